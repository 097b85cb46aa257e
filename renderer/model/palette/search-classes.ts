import type { PackClass } from '../../../electron/contract/pack-facts.ts'

/**
 * Classes whose name or alias contains every word; those whose own name begins with the text come first.
 *
 * @param shownName a class's name in the user's language
 */
export function searchClasses(
  classes: readonly PackClass[],
  query: string,
  shownName: (name: string) => string = (name) => name,
): readonly PackClass[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const first = words[0]
  if (first === undefined) return classes
  const found = classes.filter((entry) => {
    const text = [shownName(entry.name), entry.name, ...entry.aliases.map(({ name }) => name)].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const rank = (entry: PackClass): number =>
    shownName(entry.name).toLowerCase().startsWith(first) || entry.name.toLowerCase().startsWith(first) ? 0 : 1
  return found.toSorted((one, other) => rank(one) - rank(other))
}

/** The alias that made a class match, where its own name does not; for showing "house" under "building". */
export function matchingAlias(entry: PackClass, query: string, shownName = entry.name): string | undefined {
  const text = query.trim().toLowerCase()
  if (text === '' || shownName.toLowerCase().includes(text)) return undefined
  if (entry.name.toLowerCase().includes(text)) return entry.name
  return entry.aliases.find(({ name }) => name.toLowerCase().includes(text))?.name
}
