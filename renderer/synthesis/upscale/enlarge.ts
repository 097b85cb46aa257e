import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'

/** Lobes of the kernel on each side. */
const LOBES = 3

/** The size with the document's aspect to the pixel whose longer side is `side`. */
export function largeSize({ width, height }: ImageSize, side: number): ImageSize {
  const scale = side / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Resamples with the Lanczos kernel, one direction after the other; smaller where the pack drew more than is wanted. */
export function enlarge({ width, height, data }: RgbImage, size: ImageSize): RgbImage {
  const wide = new Float32Array(size.width * height * 3)
  for (const [x, { first, weights }] of taps(width, size.width).entries()) {
    for (let y = 0; y < height; y += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0
        for (let tap = 0; tap < weights.length; tap += 1) {
          sum += (weights[tap] ?? 0) * (data[(y * width + first + tap) * 3 + channel] ?? 0)
        }
        wide[(y * size.width + x) * 3 + channel] = sum
      }
    }
  }
  const stride = size.width * 3
  const result = new Uint8ClampedArray(stride * size.height)
  for (const [y, { first, weights }] of taps(height, size.height).entries()) {
    for (let at = 0; at < stride; at += 1) {
      let sum = 0
      for (let tap = 0; tap < weights.length; tap += 1)
        sum += (weights[tap] ?? 0) * (wide[(first + tap) * stride + at] ?? 0)
      result[y * stride + at] = sum
    }
  }
  return { ...size, data: new Uint8Array(result.buffer) }
}

interface Taps {
  readonly first: number
  /** They sum to 1, so that flat areas stay as they are; at edges the outside is left out. */
  readonly weights: readonly number[]
}

function taps(from: number, to: number): Taps[] {
  return Array.from({ length: to }, (_, index) => {
    // Wider where pixels are merged, as otherwise some of them would be left out.
    const spread = Math.max(1, from / to)
    const centre = ((index + 0.5) * from) / to - 0.5
    const first = Math.max(0, Math.ceil(centre - LOBES * spread))
    const last = Math.min(from - 1, Math.floor(centre + LOBES * spread))
    const raw = Array.from({ length: last - first + 1 }, (_each, tap) => lanczos((first + tap - centre) / spread))
    const sum = raw.reduce((total, weight) => total + weight, 0)
    return { first, weights: raw.map((weight) => weight / sum) }
  })
}

function lanczos(x: number): number {
  if (x === 0) return 1
  if (Math.abs(x) >= LOBES) return 0
  const angle = Math.PI * x
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle)
}
