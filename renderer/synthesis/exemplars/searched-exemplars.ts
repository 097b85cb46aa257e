import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'

/** The photos whose title, as it is or as it is shown, and tags have all the words. */
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
