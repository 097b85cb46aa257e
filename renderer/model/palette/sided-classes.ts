import type { PackClass } from '../../../electron/contract/pack-facts.ts'

/** How data sets begin the names of parts that a person has on both sides. */
const sides = [
  ['left ', 'right '],
  ['left_', 'right_'],
  ['l_', 'r_'],
] as const

/** For each class of one side its counterpart on the other, found by their names: "left brow" and "right brow". */
export function sidedClasses(classes: readonly PackClass[]): ReadonlyMap<number, number> {
  const byName = new Map(classes.map(({ id, name }) => [name.toLowerCase(), id]))
  const pairs = new Map<number, number>()
  for (const [name, id] of byName)
    for (const [left, right] of sides) {
      const other = name.startsWith(left) ? byName.get(right + name.slice(left.length)) : undefined
      if (other === undefined) continue
      pairs.set(id, other)
      pairs.set(other, id)
    }
  return pairs
}
