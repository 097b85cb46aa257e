import type { ImageSize } from '../contract/image-size.ts'
import type { RgbImage } from '../contract/rgb-image.ts'

const PRECISION_BITS = 22
const HALF = 1 << (PRECISION_BITS - 1)
const RGB = 3

/** For every target index, the first source index it reads and the fixed-point weights from there on. */
interface Taps {
  readonly first: Int32Array
  readonly count: Int32Array
  readonly weights: Int32Array
  readonly stride: number
}

/** Triangle filter that widens when shrinking, weights in 22-bit fixed point, as Pillow prepares them. */
function triangleTaps(sourceLength: number, targetLength: number): Taps {
  const scale = sourceLength / targetLength
  const support = Math.max(scale, 1)
  const stride = Math.ceil(support) * 2 + 1
  const first = new Int32Array(targetLength)
  const count = new Int32Array(targetLength)
  const weights = new Int32Array(targetLength * stride)
  for (let index = 0; index < targetLength; index++) {
    const centre = (index + 0.5) * scale
    const start = Math.max(Math.trunc(centre - support + 0.5), 0)
    const taps = Math.min(Math.trunc(centre + support + 0.5), sourceLength) - start
    const exact = Array.from({ length: taps }, (_, tap) =>
      Math.max(1 - Math.abs((tap + start - centre + 0.5) * (1 / support)), 0),
    )
    const total = exact.reduce((sum, weight) => sum + weight, 0)
    first[index] = start
    count[index] = taps
    for (const [tap, weight] of exact.entries())
      weights[index * stride + tap] = Math.trunc(0.5 + (weight / total) * (1 << PRECISION_BITS))
  }
  return { first, count, weights, stride }
}

/** One pass along lines of samples `step` bytes apart; `starts` are the offsets of the lines in source and target. */
function resampleLine(
  source: Uint8Array,
  sourceStart: number,
  target: Uint8Array,
  targetStart: number,
  step: number,
  taps: Taps,
): void {
  for (let index = 0; index < taps.first.length; index++) {
    let sum = HALF
    let position = sourceStart + (taps.first[index] ?? 0) * step
    const begin = index * taps.stride
    const end = begin + (taps.count[index] ?? 0)
    for (let tap = begin; tap < end; tap++) {
      sum += (source[position] ?? 0) * (taps.weights[tap] ?? 0)
      position += step
    }
    target[targetStart + index * step] = Math.min(sum >> PRECISION_BITS, 255)
  }
}

/**
 * Stretches a photo to width × height as Pillow's `BILINEAR` does, bit for bit: columns first, rounded to bytes, then rows.
 * The edge condition needs it, since Canny reacts to single levels.
 */
export function resizeBilinear(image: RgbImage, { width, height }: ImageSize): RgbImage {
  let current = image
  if (current.width !== width) {
    const taps = triangleTaps(current.width, width)
    const data = new Uint8Array(width * current.height * RGB)
    for (let row = 0; row < current.height; row++)
      for (let channel = 0; channel < RGB; channel++)
        resampleLine(current.data, row * current.width * RGB + channel, data, row * width * RGB + channel, RGB, taps)
    current = { width, height: current.height, data }
  }
  if (current.height !== height) {
    const taps = triangleTaps(current.height, height)
    const data = new Uint8Array(width * height * RGB)
    for (let column = 0; column < width * RGB; column++)
      resampleLine(current.data, column, data, column, width * RGB, taps)
    current = { width, height, data }
  }
  return current
}
