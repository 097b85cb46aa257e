import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'

/** The photos that have all the words in their tags or their title, in the original or in the user's language. */
export function searchedExemplars(
  entries: readonly ExemplarEntry[],
  query: string,
  shownTitle: (entry: ExemplarEntry) => string,
): readonly ExemplarEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    const text = [entry.title, shownTitle(entry), ...entry.tags].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
