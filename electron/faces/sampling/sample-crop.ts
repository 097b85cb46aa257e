import { scaleOf, type Similarity } from '../geometry/similarity.ts'
import type { ImagePyramid } from './image-pyramid.ts'

/** What lies outside the picture: its edge repeated, its mirror image, or black. */
export type Padding = 'edge' | 'reflect' | 'black'

/** How a crop is sampled. */
export interface CropRequest {
  /** From the crop's pixels to the picture's. */
  readonly toPicture: Similarity
  readonly width: number
  readonly height: number
  readonly padding: Padding
}

/**
 * A turned and scaled part of a picture, interleaved RGB float32 in 0..255, bilinear, from the pyramid's level that keeps
 * it free of aliasing.
 */
export function sampleCrop(pyramid: ImagePyramid, { toPicture, width, height, padding }: CropRequest): Float32Array {
  const wanted = Math.max(0, Math.round(Math.log2(scaleOf(toPicture)) - 0.25))
  const { image, factor } = pyramid.level(wanted)
  const a = toPicture.a / factor
  const b = toPicture.b / factor
  const crop = new Float32Array(width * height * 3)
  const { data } = image
  const columns = image.width
  const rows = image.height
  let target = 0
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++, target += 3) {
      const px = a * (column + 0.5) - b * (row + 0.5) + toPicture.x / factor - 0.5
      const py = b * (column + 0.5) + a * (row + 0.5) + toPicture.y / factor - 0.5
      if (padding === 'black' && (px < -0.5 || py < -0.5 || px > columns - 0.5 || py > rows - 0.5)) continue
      const left = Math.floor(px)
      const top = Math.floor(py)
      const fx = px - left
      const fy = py - top
      const x0 = inside(left, columns, padding) * 3
      const x1 = inside(left + 1, columns, padding) * 3
      const y0 = inside(top, rows, padding) * columns * 3
      const y1 = inside(top + 1, rows, padding) * columns * 3
      const w00 = (1 - fx) * (1 - fy)
      const w10 = fx * (1 - fy)
      const w01 = (1 - fx) * fy
      const w11 = fx * fy
      for (let channel = 0; channel < 3; channel++)
        crop[target + channel] =
          w00 * (data[y0 + x0 + channel] ?? 0) +
          w10 * (data[y0 + x1 + channel] ?? 0) +
          w01 * (data[y1 + x0 + channel] ?? 0) +
          w11 * (data[y1 + x1 + channel] ?? 0)
    }
  return crop
}

/** An index brought into 0..size−1. */
function inside(index: number, size: number, padding: Padding): number {
  if (index >= 0 && index < size) return index
  if (padding !== 'reflect') return index < 0 ? 0 : size - 1
  // As numpy's `symmetric`: the edge pixel appears twice, so that nothing is missing at a size of one.
  const period = 2 * size
  const folded = ((index % period) + period) % period
  return folded < size ? folded : period - 1 - folded
}

/** Values of 0..255 brought into `low`..`high`, in place. */
export function scaleValues(values: Float32Array, low: number, high: number): Float32Array {
  const factor = (high - low) / 255
  for (let index = 0; index < values.length; index++) values[index] = (values[index] ?? 0) * factor + low
  return values
}
