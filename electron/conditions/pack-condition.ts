import type { Condition } from '../contract/condition.ts'
import type { ConditionKind } from '../contract/condition-kind.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import type { PackClass, PackCondition, PackManifest } from '../contract/pack-manifest.ts'

/** The parts of a manifest that say how conditions are encoded. */
export type ConditionManifest = Pick<PackManifest, 'title' | 'conditions' | 'classes'>

const THING_OF_KIND: Readonly<Record<ConditionKind, string>> = {
  labels: 'a label map',
  masks: 'a face parsing map',
  edges: 'a face parsing map and its photo',
  pose: 'a pose',
}

/**
 * The entry of a pack's conditions that a condition is encoded by. Ready-made channels carry no kind: they go to the
 * entry with as many channels.
 *
 * @throws CocanvasError `bad-request` when the pack is made for something else
 */
export function packCondition(condition: Condition, { title, conditions }: ConditionManifest): PackCondition {
  if (condition.kind === 'channels') {
    const [first] = conditions
    const found = conditions.find(({ channels }) => channels === condition.channels)
    if (found !== undefined) return found
    throw new CocanvasError(
      'bad-request',
      `The condition has ${condition.channels} channels where ${title} takes ${String(first?.channels)}; give one made for this pack.`,
    )
  }
  const found = conditions.find(({ kind }) => kind === condition.kind)
  if (found !== undefined) return found
  const wanted = conditions.map(({ kind }) => THING_OF_KIND[kind]).join(' or ')
  throw new CocanvasError(
    'bad-request',
    `${title} is made for ${wanted}, not for ${THING_OF_KIND[condition.kind]}; choose a pack that fits.`,
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
