import type { ImageSize } from '../../contract/image-size.ts'

/**
 * The largest piece of each value of a map but 0: indices of pixels that hang together by their sides. So specks of a parser have
 * no say.
 */
export function largestPieces({ width, height }: ImageSize, values: Uint8Array): ReadonlyMap<number, Uint32Array> {
  // Pixels are taken out of the map as they are found.
  const left = values.slice()
  const found = new Uint32Array(values.length)
  const largest = new Map<number, Uint32Array>()
  const last = width * (height - 1)
  let start = 0
  for (let seed = 0; seed < left.length; seed++) {
    const value = left[seed] ?? 0
    if (value === 0) continue
    found[start] = seed
    left[seed] = 0
    let end = start + 1
    for (let next = start; next < end; next++) {
      const pixel = found[next] ?? 0
      const column = pixel % width
      for (let side = 0; side < 4; side++) {
        if (side === 0 ? column === 0 : side === 1 ? column === width - 1 : side === 2 ? pixel < width : pixel >= last)
          continue
        const neighbour = pixel + (side === 0 ? -1 : side === 1 ? 1 : side === 2 ? -width : width)
        if (left[neighbour] !== value) continue
        left[neighbour] = 0
        found[end++] = neighbour
      }
    }
    if (end - start > (largest.get(value)?.length ?? 0)) largest.set(value, found.subarray(start, end))
    start = end
  }
  return largest
}

/** The largest piece of what shows one of some classes. */
export function largestPiece(
  size: ImageSize,
  labels: Uint8Array,
  classes: ReadonlySet<number>,
): Uint32Array | undefined {
  const isWanted = Uint8Array.from({ length: 256 }, (_, label) => (classes.has(label) ? 1 : 0))
  const values = new Uint8Array(labels.length)
  for (let pixel = 0; pixel < labels.length; pixel++) values[pixel] = isWanted[labels[pixel] ?? 0] ?? 0
  return largestPieces(size, values).get(1)
}
