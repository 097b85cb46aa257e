import type { ImageSize } from '../contract/image-size.ts'
import type { LabelMap } from '../contract/label-map.ts'

/**
 * Which source index each target index takes when `sourceLength` values are stretched to `targetLength`: the one under
 * its centre. The position is accumulated, not multiplied out, because Pillow accumulates it and the rounding errors
 * decide ties at odd ratios; everything that samples labels uses this function, otherwise two results would differ by a pixel.
 */
export function nearestIndices(sourceLength: number, targetLength: number): Int32Array {
  const step = sourceLength / targetLength
  const indices = new Int32Array(targetLength)
  let position = step * 0.5
  for (let index = 0; index < targetLength; index++) {
    indices[index] = Math.min(Math.trunc(position), sourceLength - 1)
    position += step
  }
  return indices
}

/**
 * Stretches a plane of labels to another size, each pixel taking the value under its centre, as Pillow's `NEAREST` does.
 * Values are never mixed. Returns the plane itself when the size is already right.
 *
 * @throws RangeError when the size is not made of positive integers
 */
export function resizeNearest(plane: LabelMap, { width, height }: ImageSize): LabelMap {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1)
    throw new RangeError(`A label map cannot be ${String(width)}×${String(height)} pixels.`)
  if (plane.width === width && plane.height === height) return plane
  const columns = nearestIndices(plane.width, width)
  const rows = nearestIndices(plane.height, height)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = (rows[y] ?? 0) * plane.width
    for (let x = 0; x < width; x++) data[y * width + x] = plane.data[row + (columns[x] ?? 0)] ?? 0
  }
  return { width, height, data }
}
