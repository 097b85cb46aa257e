/**
 * Keeps every connected (8 neighbours) run of non-zero ridges that somewhere reaches `threshold`.
 *
 * @param ridges width × height magnitudes, 0 = no ridge; the outermost pixels must be 0
 * @returns 1 on kept pixels, 0 elsewhere
 */
export function hysteresis(ridges: Float64Array, width: number, threshold: number): Uint8Array {
  const kept = new Uint8Array(ridges.length)
  const pending: number[] = []
  for (let pixel = 0; pixel < ridges.length; pixel++)
    if ((ridges[pixel] ?? 0) >= threshold) {
      kept[pixel] = 1
      pending.push(pixel)
    }
  const neighbours = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
  for (let pixel = pending.pop(); pixel !== undefined; pixel = pending.pop())
    for (const step of neighbours) {
      const neighbour = pixel + step
      if (kept[neighbour] === 0 && (ridges[neighbour] ?? 0) > 0) {
        kept[neighbour] = 1
        pending.push(neighbour)
      }
    }
  return kept
}
