import type { ImageSize } from '../contract/image-size.ts'
import type { RgbImage } from '../contract/rgb-image.ts'

/** What a resize weighs its sources with; it widens when shrinking. */
export interface ResizeFilter {
  /** Where the filter ends, in source pixels. */
  readonly support: number
  /** The weight at a distance in source pixels, not yet normalised. */
  readonly weightAt: (distance: number) => number
}

/**
 * Resizes an image by separable, antialiased convolution, to the bit as Pillow's `Image.resize` does (libImaging/Resample.c):
 * columns first, rounded to bytes, then rows. Returns the image itself when the size is already right.
 */
export function resizeFiltered(image: RgbImage, size: ImageSize, filter: ResizeFilter): RgbImage {
  const narrowed = image.width === size.width ? image : resampleRows(image, size.width, filter)
  return narrowed.height === size.height ? narrowed : resampleColumns(narrowed, size.height, filter)
}

/**
 * Pillow works in 32-bit fixed point: 8 bits of pixel, 2 of headroom, 22 of precision. `Math.imul` and `| 0` keep V8 in the
 * same 32-bit integers, and elements are read in place and not by a function (`?? 0` satisfies the checker; indices are
 * in range by construction): a first photo takes a third less so.
 */
const PRECISION_BITS = 22
const HALF = 1 << (PRECISION_BITS - 1)

/** For each output position: the first source position, how many, and their fixed-point weights. */
interface Taps {
  readonly starts: Int32Array
  readonly counts: Int32Array
  readonly weights: Int32Array
  readonly stride: number
}

function resampleRows(image: RgbImage, width: number, filter: ResizeFilter): RgbImage {
  const { starts, counts, weights, stride } = tapsOf(filter, image.width, width)
  const { data: source, height } = image
  const target = new Uint8ClampedArray(width * height * 3)
  for (let y = 0, out = 0; y < height; y++) {
    const row = y * image.width * 3
    for (let x = 0; x < width; x++, out += 3) {
      let red = HALF
      let green = HALF
      let blue = HALF
      let at = row + (starts[x] ?? 0) * 3
      const first = x * stride
      const last = first + (counts[x] ?? 0)
      for (let tap = first; tap < last; tap++, at += 3) {
        const weight = weights[tap] ?? 0
        red = (red + Math.imul(source[at] ?? 0, weight)) | 0
        green = (green + Math.imul(source[at + 1] ?? 0, weight)) | 0
        blue = (blue + Math.imul(source[at + 2] ?? 0, weight)) | 0
      }
      target[out] = red >> PRECISION_BITS
      target[out + 1] = green >> PRECISION_BITS
      target[out + 2] = blue >> PRECISION_BITS
    }
  }
  return { width, height, data: new Uint8Array(target.buffer) }
}

function resampleColumns(image: RgbImage, height: number, filter: ResizeFilter): RgbImage {
  const { starts, counts, weights, stride } = tapsOf(filter, image.height, height)
  const { data: source, width } = image
  const rowLength = width * 3
  const target = new Uint8ClampedArray(height * rowLength)
  for (let y = 0, out = 0; y < height; y++) {
    const first = y * stride
    const last = first + (counts[y] ?? 0)
    const top = (starts[y] ?? 0) * rowLength
    for (let i = 0; i < rowLength; i++, out++) {
      let sum = HALF
      for (let tap = first, at = top + i; tap < last; tap++, at += rowLength)
        sum = (sum + Math.imul(source[at] ?? 0, weights[tap] ?? 0)) | 0
      target[out] = sum >> PRECISION_BITS
    }
  }
  return { width, height, data: new Uint8Array(target.buffer) }
}

function tapsOf({ support: reach, weightAt }: ResizeFilter, sourceLength: number, targetLength: number): Taps {
  const scale = sourceLength / targetLength
  const filterScale = Math.max(scale, 1)
  const support = reach * filterScale
  const stride = Math.ceil(support) * 2 + 1
  const starts = new Int32Array(targetLength)
  const counts = new Int32Array(targetLength)
  const weights = new Int32Array(targetLength * stride)
  const row = new Float64Array(stride)
  for (let position = 0; position < targetLength; position++) {
    const centre = (position + 0.5) * scale
    const start = Math.max(Math.trunc(centre - support + 0.5), 0)
    const count = Math.min(Math.trunc(centre + support + 0.5), sourceLength) - start
    let total = 0
    for (let tap = 0; tap < count; tap++) {
      const weight = weightAt((tap + start - centre + 0.5) / filterScale)
      row[tap] = weight
      total += weight
    }
    starts[position] = start
    counts[position] = count
    for (let tap = 0; tap < count; tap++) {
      const weight = ((row[tap] ?? 0) / total) * (1 << PRECISION_BITS)
      weights[position * stride + tap] = Math.trunc(weight < 0 ? weight - 0.5 : weight + 0.5)
    }
  }
  return { starts, counts, weights, stride }
}
