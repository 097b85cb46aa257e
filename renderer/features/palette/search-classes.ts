import type { PackClass } from '../../../electron/contract/pack-manifest.ts'

/** Classes whose name or alias contains every word; those whose own name begins with the text come first. */
export function searchClasses(classes: readonly PackClass[], query: string): readonly PackClass[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const first = words[0]
  if (first === undefined) return classes
  const found = classes.filter((entry) => {
    const text = [entry.name, ...entry.aliases.map(({ name }) => name)].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const rank = (entry: PackClass): number => (entry.name.toLowerCase().startsWith(first) ? 0 : 1)
  return found.toSorted((one, other) => rank(one) - rank(other))
}

/** The alias that made a class match, where its own name does not; for showing "house" under "building". */
export function matchingAlias(entry: PackClass, query: string): string | undefined {
  const text = query.trim().toLowerCase()
  if (text === '' || entry.name.toLowerCase().includes(text)) return undefined
  return entry.aliases.find(({ name }) => name.toLowerCase().includes(text))?.name
}
