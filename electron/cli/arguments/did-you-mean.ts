/** The candidate that a mistyped word most likely means, or undefined when none is close. */
export function closestWord(word: string, candidates: readonly string[]): string | undefined {
  // Up to a third of the letters may be wrong; beyond that a suggestion is more puzzling than none.
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: { readonly word: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate)
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { word: candidate, distance }
  }
  return best?.word ?? candidates.find((candidate) => word.length >= 3 && candidate.startsWith(word))
}

/** ` (did you mean X?)`, or nothing. */
export function suggestion(word: string, candidates: readonly string[], prefix = ''): string {
  const closest = closestWord(word, candidates)
  return closest === undefined ? '' : ` (did you mean ${prefix}${closest}?)`
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        cost = Math.min(cost, at(i - 2, j - 2) + 1)
      }
      row.push(cost)
    }
  }
  return at(from.length, to.length)
}
