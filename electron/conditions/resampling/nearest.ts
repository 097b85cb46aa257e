import type { BytePlane } from '../dense-channels.ts'

/**
 * Source index of each target index. The position is accumulated, not multiplied out, because Pillow accumulates it and the
 * rounding errors decide ties at odd ratios.
 */
function sourceIndices(sourceLength: number, targetLength: number): Int32Array {
  const step = sourceLength / targetLength
  const indices = new Int32Array(targetLength)
  let position = step * 0.5
  for (let index = 0; index < targetLength; index++) {
    indices[index] = Math.min(Math.trunc(position), sourceLength - 1)
    position += step
  }
  return indices
}

/** Stretches a plane to width × height, each pixel taking the value under its centre, as Pillow's `NEAREST` does. */
export function resizeNearest(plane: BytePlane, width: number, height: number): BytePlane {
  if (plane.width === width && plane.height === height) return plane
  const columns = sourceIndices(plane.width, width)
  const rows = sourceIndices(plane.height, height)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = (rows[y] ?? 0) * plane.width
    for (let x = 0; x < width; x++) data[y * width + x] = plane.data[row + (columns[x] ?? 0)] ?? 0
  }
  return { width, height, data }
}
