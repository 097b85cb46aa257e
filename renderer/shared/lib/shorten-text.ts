const CHARACTERS = new Intl.Segmenter()

/**
 * The beginning of a text that fits into `length` UTF-16 units (as zod counts them), cut between characters as people
 * see them, so that no emoji or syllable is cut in pieces.
 */
export function shortenText(text: string, length: number): string {
  let kept = ''
  for (const { segment } of CHARACTERS.segment(text)) {
    if (kept.length + segment.length > length) return kept
    kept += segment
  }
  return kept
}
