import type { Condition } from '../contract/condition.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import type { PackClass } from '../contract/pack-facts.ts'
import type { PackManifest } from '../contract/pack-manifest.ts'
import type { PackCondition } from '../contract/recipes/models/synthesis-manifest.ts'
import { entryFor, thingOf } from './condition-table.ts'

/** The parts of a manifest that say how conditions are encoded. */
export type ConditionManifest = Pick<PackManifest, 'title' | 'conditions' | 'classes'> & {
  readonly sizes: Pick<PackManifest['sizes'], 'native'>
}

/**
 * The entry of a pack's conditions that a condition is encoded by.
 *
 * @throws CocanvasError `bad-request` when the pack is made for something else
 */
export function packCondition(condition: Condition, { title, conditions }: ConditionManifest): PackCondition {
  const found = entryFor(condition, conditions)
  if (found !== undefined) return found
  const things = conditions.map(({ kind }) => thingOf(kind)).join(' or ')
  throw new CocanvasError(
    'bad-request',
    `${title} is made for ${things}, not for ${thingOf(condition.kind)}; choose a pack that fits.`,
  )
}

/** The pack's classes with the channels they have in one of its conditions. */
export function classesIn({ classChannels }: PackCondition, classes: readonly PackClass[]): readonly PackClass[] {
  if (classChannels === undefined) return classes
  return classes.flatMap((entry) => {
    const channel = classChannels[String(entry.id)]
    return channel === undefined ? [] : [{ ...entry, channel }]
  })
}
