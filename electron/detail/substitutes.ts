import type { PackClass } from '../contract/pack-facts.ts'
import { classCounts } from './class-counts.ts'
import { FORBIDDEN, type Labels } from './raster.ts'

/** Classes that look alike, nearest first: the first of a row is painted with the others where a photo lacks it. */
const RELATED: readonly (readonly string[])[] = [
  ['sky', 'water', 'sea'],
  ['water', 'sea', 'sky'],
  ['sea', 'water', 'sky'],
  ['tree', 'plant', 'grass', 'mountain'],
  ['plant', 'tree', 'grass', 'field'],
  ['grass', 'field', 'earth', 'plant', 'tree'],
  ['field', 'grass', 'earth', 'plant', 'tree'],
  ['earth', 'field', 'grass', 'road', 'mountain'],
  ['road', 'earth', 'grass', 'field', 'wall'],
  ['mountain', 'earth', 'grass', 'field', 'tree'],
  ['building', 'wall', 'road', 'earth', 'mountain'],
  ['wall', 'building', 'road', 'earth', 'mountain'],
]

/** A class that is on less of the source than this cannot lend a texture. */
const LEAST_SHARE = 0.004
/** Nor can one with less than this share of the pixels that want it: its pieces would be stamped. */
const LEAST_SUPPLY = 0.12

/**
 * Whose texture each class of the target takes where the source has too little of its own: that of a related class, else of
 * the source's largest. Classes that the source shows well are not named.
 *
 * @param wanted class ids of the target
 * @param available class ids of the source, `FORBIDDEN` for what may not be copied
 */
export function chooseSubstitutes(
  wanted: Uint8Array,
  available: Uint8Array,
  classes: readonly Pick<PackClass, 'id' | 'name'>[],
): ReadonlyMap<number, number> {
  const demand = classCounts(wanted)
  const supply = classCounts(available)
  supply.delete(FORBIDDEN)
  const nameOf = new Map(classes.map(({ id, name }) => [id, name]))
  const idOf = new Map(classes.map(({ id, name }) => [name, id]))
  const total = [...supply.values()].reduce((sum, count) => sum + count, 0)
  const [largest] = [...supply].sort(([, one], [, other]) => other - one)
  const substitutes = new Map<number, number>()
  for (const [label, count] of demand) {
    const least = Math.max(LEAST_SHARE * total, LEAST_SUPPLY * count)
    const has = (id: number | undefined): boolean => id !== undefined && (supply.get(id) ?? 0) >= least
    if (has(label) || largest === undefined) continue
    const row = RELATED.find(([first]) => first === nameOf.get(label)) ?? []
    const related = row.map((name) => idOf.get(name)).find((id) => id !== label && has(id))
    // A little of the right class is better than much of a strange one.
    const own = (supply.get(label) ?? 0) >= LEAST_SHARE * total
    if (related !== undefined) substitutes.set(label, related)
    else if (!own) substitutes.set(label, largest[0])
  }
  return substitutes
}

/** Labels with the class to copy from in place of each class that the source lacks. */
export function substituted(labels: Labels, substitutes: ReadonlyMap<number, number>): Labels {
  if (substitutes.size === 0) return labels
  const table = Uint8Array.from({ length: 256 }, (_, label) => substitutes.get(label) ?? label)
  const data = new Uint8Array(labels.data.length)
  for (let at = 0; at < data.length; at++) data[at] = table[labels.data[at] ?? 0] ?? 0
  return { ...labels, data }
}
