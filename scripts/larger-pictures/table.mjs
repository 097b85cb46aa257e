/**
 * What was measured, as a table with one row for each size and way.
 *
 * @param {readonly import('./measure-larger.ts').MeasuredPicture[]} all
 * @param {number} pairs
 */
export function tableOf(all, pairs) {
  const lines = [
    `| ${pairs} pairs | size | detail, median | classes within 25 % | from 2, 4, 8 px, median | within 25 % | peaks at 2, 4, 8 px | accuracy: whole | at 256 | crops | ms |`,
    '|---|---|---|---|---|---|---|---|---|---|---|',
  ]
  for (const side of new Set(all.map((each) => each.side)))
    for (const way of new Set(all.map((each) => each.way))) {
      const rows = all.filter((each) => each.side === side && each.way === way)
      const detail = rows.flatMap((each) => each.detail)
      const fine = detail.map((each) => each.fine)
      const octaves = [0, 1, 2].map((octave) => detail.flatMap(({ bands }) => bands[octave] ?? []))
      const peaks = [0, 1, 2].map((at) => median(rows.map(({ peaks: own }) => own[at] ?? 0)).toFixed(2))
      lines.push(
        `| ${[
          way,
          side,
          median(fine).toFixed(2),
          within(fine),
          octaves.map((shares) => median(shares).toFixed(2)).join(', '),
          octaves.map(within).join(', '),
          peaks.join(', '),
          mean(rows.map(({ found }) => found.whole)),
          mean(rows.map(({ found }) => found.reduced)),
          mean(rows.flatMap(({ found }) => found.crops ?? [])),
          median(rows.map(({ milliseconds }) => milliseconds)).toFixed(0),
        ].join(' | ')} |`,
      )
    }
  return lines.join('\n')
}

/** @param {readonly number[]} shares */
function within(shares) {
  const count = shares.filter((share) => share >= 0.75 && share <= 1.25).length
  return `${((100 * count) / Math.max(1, shares.length)).toFixed(0)} %`
}

/** @param {readonly number[]} values */
function mean(values) {
  if (values.length === 0) return ''
  return (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(3)
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
