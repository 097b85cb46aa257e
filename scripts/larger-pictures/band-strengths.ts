import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { nearBorders } from '../../electron/detail/class-codes.ts'
import type { Labels } from '../../electron/detail/raster.ts'

/** Octaves that are measured: periods of 2 to 4, 4 to 8 and 8 to 16 pixels. */
const OCTAVES = 3
/** Classes on fewer pixels than this, away from their borders, are not measured. */
const LEAST_PIXELS = 1500

/**
 * Strength of every class's texture, octave by octave: the root mean square of what one blur takes away and the next finer one
 * does not (green values; blurs of weights 1 4 6 4 1, twice as wide each time). Pixels whose blur reaches another class are left out.
 */
export function bandStrengths(
  { width, height, data }: Pick<RgbImage, 'width' | 'height' | 'data'>,
  labels: Labels,
): ReadonlyMap<number, readonly number[]> {
  let blurred = Float32Array.from({ length: width * height }, (_, at) => data[at * 3 + 1] ?? 0)
  const strengths = new Map<number, number[]>()
  for (let octave = 0; octave < OCTAVES; octave++) {
    const step = 2 ** octave
    const finer = blurred
    blurred = blur(finer, width, height, step)
    const near = nearBorders(labels, 4 * step)
    const sums = new Map<number, { square: number; count: number }>()
    for (let at = 0; at < blurred.length; at++) {
      if (near[at] === 1) continue
      const label = labels.data[at] ?? 0
      const sum = sums.get(label) ?? { square: 0, count: 0 }
      sums.set(label, sum)
      sum.square += ((finer[at] ?? 0) - (blurred[at] ?? 0)) ** 2
      sum.count++
    }
    for (const [label, { square, count }] of sums) {
      if (count < LEAST_PIXELS || (octave > 0 && strengths.get(label)?.length !== octave)) continue
      strengths.set(label, [...(strengths.get(label) ?? []), Math.sqrt(square / count)])
    }
  }
  return strengths
}

function blur(from: Float32Array, width: number, height: number, step: number): Float32Array<ArrayBuffer> {
  const across = blurLines(from, height, width, width, 1, step)
  return blurLines(across, width, 1, height, width, step)
}

/** Blurs `lines` lines that begin `apart` values from each other, each of `length` values that lie `along` apart. */
function blurLines(
  from: Float32Array,
  lines: number,
  apart: number,
  length: number,
  along: number,
  step: number,
): Float32Array<ArrayBuffer> {
  const to = new Float32Array(from.length)
  for (let line = 0; line < lines; line++) {
    const value = (place: number): number => from[line * apart + Math.min(Math.max(place, 0), length - 1) * along] ?? 0
    for (let place = 0; place < length; place++)
      to[line * apart + place * along] =
        (value(place - 2 * step) +
          4 * value(place - step) +
          6 * value(place) +
          4 * value(place + step) +
          value(place + 2 * step)) /
        16
  }
  return to
}
