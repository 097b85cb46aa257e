import type { RgbImage } from '../../contract/rgb-image.ts'
import { mirrorFill } from '../backdrop/mirror-fill.ts'
import { NOBODY } from './part-masks.ts'
import type { PartPlace } from './part-places.ts'

/** How far a part reaches under those that lie before it, as a share of the picture's height: no gap opens where one bends away. */
const OVERLAP = 0.02

/** A part cut out of its photo. */
export interface CutOut {
  readonly photo: RgbImage
  /** How much of each pixel is the part, 0..1. */
  readonly alpha: Float32Array
}

/**
 * @param shares how much of each pixel is the person, 0..1
 * @param numbers the part of each pixel (`partMasks`) @param source the part that is cut out
 */
export function cutOut(
  photo: RgbImage,
  shares: Float32Array,
  numbers: Uint8Array,
  source: number,
  { role, apart }: PartPlace,
): CutOut {
  const { width, height } = photo
  const alpha = new Float32Array(numbers.length)
  for (let pixel = 0; pixel < alpha.length; pixel++) if (numbers[pixel] === source) alpha[pixel] = shares[pixel] ?? 0
  overlap(alpha, numbers, source, width, Math.max(1, Math.round(OVERLAP * height)))
  if (role !== 'trunk') return { photo, alpha }
  // What arms hide of the trunk is filled with what lies beside them.
  const marked = Uint8Array.from(numbers, (number) => (number === source ? 0 : 1))
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++)
      if (numbers[pixel] !== source && numbers[pixel] !== NOBODY && apart(x + 0.5, y + 0.5) === 0) alpha[pixel] = 1
  return { photo: mirrorFill(photo, marked), alpha }
}

/** Lets a part go on under its neighbours in front. */
function overlap(alpha: Float32Array, numbers: Uint8Array, source: number, width: number, steps: number): void {
  let rim: number[] = []
  for (let pixel = 0; pixel < numbers.length; pixel++) if (numbers[pixel] === source) rim.push(pixel)
  const seen = Uint8Array.from(numbers, (number) => (number === source ? 1 : 0))
  for (let step = 0; step < steps; step++) {
    const next: number[] = []
    for (const pixel of rim)
      for (const beside of [pixel - 1, pixel + 1, pixel - width, pixel + width]) {
        const number = numbers[beside] ?? NOBODY
        if (seen[beside] !== 0 || number === NOBODY || number < source) continue
        seen[beside] = 1
        alpha[beside] = 1
        next.push(beside)
      }
    rim = next
  }
}
