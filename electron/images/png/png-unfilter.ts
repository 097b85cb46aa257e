/**
 * Undoes the filter of one row of a PNG in place (W3C PNG specification, 9.2).
 *
 * @param filter 0 none, 1 sub, 2 up, 3 average, 4 Paeth
 * @param row the filtered bytes
 * @param above the row above, already without its filter; zeros for the first row
 * @param step bytes from one pixel to the next, at least 1
 * @returns false when there is no such filter
 */
export function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array, step: number): boolean {
  if (filter === 0) return true
  if (filter > 4) return false
  for (let index = 0; index < row.length; index++) {
    const left = index < step ? 0 : (row[index - step] ?? 0)
    const up = above[index] ?? 0
    const upLeft = index < step ? 0 : (above[index - step] ?? 0)
    row[index] = (row[index] ?? 0) + prediction(filter, left, up, upLeft)
  }
  return true
}

function prediction(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return paeth(left, up, upLeft)
}

/** Whichever neighbour is nearest to left + up − upLeft; ties go to left, then up. */
function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toUpLeft = Math.abs(estimate - upLeft)
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
