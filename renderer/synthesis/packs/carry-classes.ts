import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { matchClass, otherClass } from '../../model/palette/match-class.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'

/** How the class ids of a layout change when another pack is chosen. */
export interface CarriedClasses {
  /** New id by old id, for those that change. */
  readonly ids: ReadonlyMap<number, number>
  /** Names of the classes for which the new pack has none; their pixels become its "other". */
  readonly lost: readonly string[]
}

/** Finds every class that is in use among the classes of another pack, by its name. */
export function carryClasses(
  used: Iterable<number>,
  before: readonly PackClass[],
  after: readonly PackClass[],
): CarriedClasses {
  const ids = new Map<number, number>()
  const lost: string[] = []
  for (const id of used) {
    if (id === UNLABELLED) continue
    const known = before.find((entry) => entry.id === id || entry.aliases.some((alias) => alias.id === id))
    const found = known === undefined ? undefined : counterpart(known, after)
    const unchanged = known === undefined && after.some((entry) => entry.id === id)
    if (found === undefined && !unchanged) lost.push(known?.name ?? String(id))
    const carried = found ?? (unchanged ? id : otherClass(after))
    if (carried !== id) ids.set(id, carried)
  }
  return { ids, lost }
}

function counterpart({ name, aliases }: PackClass, classes: readonly PackClass[]): number | undefined {
  for (const candidate of [name, ...aliases.map((alias) => alias.name)]) {
    const found = matchClass(candidate, classes)
    if (found !== undefined) return found
  }
  return undefined
}
