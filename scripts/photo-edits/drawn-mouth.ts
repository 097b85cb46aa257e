import type { LabelMap } from '../../electron/contract/label-map.ts'
import { PART, type PortraitFrame } from './portrait-frame.ts'

/** A mouth as a user would draw it. */
export interface DrawnMouth {
  /** Of the photo's own mouth. */
  readonly width: number
  /** How much higher the corners are than the middle, in distances between the eyes. */
  readonly lift: number
  /** How far the lips stand apart in the middle, in the same unit; 0 = closed. */
  readonly open: number
}

const LIPS: ReadonlySet<number> = new Set([PART.mouth, PART.upperLip, PART.lowerLip])
const UPPER = 0.09
const LOWER = 0.12

/** The mouth of a face drawn anew at its place; what of the old one is left over becomes skin. */
export function drawnMouth(labels: LabelMap, { placeOf }: PortraitFrame, mouth: DrawnMouth): LabelMap {
  const places = [...labels.data.keys()].filter((at) => LIPS.has(labels.data[at] ?? 0)).map(placeOf)
  if (places.length === 0) return labels
  const xs = places.map(({ x }) => x)
  const left = Math.min(...places.map(({ x }) => x))
  const right = xs.reduce((most, x) => Math.max(most, x), left)
  const middleX = (left + right) / 2
  const middleY = places.reduce((sum, { y }) => sum + y, 0) / places.length
  const half = ((right - left) / 2) * mouth.width
  return {
    ...labels,
    data: labels.data.map((label, at) => {
      const place = placeOf(at)
      const part = partAt((place.x - middleX) / half, place.y - middleY, mouth)
      return part ?? (LIPS.has(label) ? PART.skin : label)
    }),
  }
}

/** @param x −1 at one corner of the mouth, 1 at the other. */
function partAt(x: number, y: number, { lift, open }: DrawnMouth): number | undefined {
  const bow = 1 - x * x
  if (bow <= 0) return undefined
  const line = lift * (bow - 0.5)
  const top = line - 0.3 * open * bow
  const bottom = line + 0.7 * open * bow
  // The upper lip dips in the middle, Cupid's bow.
  const upper = UPPER * bow ** 0.7 * (1 - 0.25 * Math.exp(-((x / 0.12) ** 2)))
  if (y >= top - upper && y < top) return PART.upperLip
  if (y >= top && y < bottom) return PART.mouth
  return y >= bottom && y < bottom + LOWER * bow ** 0.8 ? PART.lowerLip : undefined
}
