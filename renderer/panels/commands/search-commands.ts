/** Something to find by its words. */
export interface Findable {
  /** As the user reads it. */
  readonly title: string
  /** Further words that find it, such as its group or its English name. */
  readonly keywords: string
}

/**
 * Entries that contain every word of the query, best first: titles that begin with it, then words that begin with it,
 * then any place, then letters in order (so that `sva` finds "Save as").
 */
export function searchCommands<Entry extends Findable>(entries: readonly Entry[], query: string): readonly Entry[] {
  const wanted = normalised(query)
  if (wanted === '') return entries
  return entries
    .map((entry, index) => ({ entry, index, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ entry }) => entry)
}

function rankOf({ title, keywords }: Findable, wanted: string): number {
  const text = normalised(title)
  if (text.startsWith(wanted)) return 0
  const words = wanted.split(' ')
  const everywhere = `${text} ${normalised(keywords)}`
  if (words.every((word) => ` ${text}`.includes(` ${word}`))) return 1
  if (words.every((word) => ` ${everywhere}`.includes(` ${word}`))) return 2
  if (words.every((word) => everywhere.includes(word))) return 3
  return hasLettersInOrder(text, wanted.replaceAll(' ', '')) ? 4 : Infinity
}

function hasLettersInOrder(text: string, letters: string): boolean {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

function normalised(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s.…:-]+/g, ' ')
    .trim()
}
