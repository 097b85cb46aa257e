import { distance, mean, type Point } from '../geometry/point.ts'
import { LEFT_BROW, LEFT_EYE, LOWER_LIP, NOSE, RIGHT_BROW, RIGHT_EYE, UPPER_LIP } from './part-classes.ts'

/** Directions in a face, so that a tilted head is measured along its own sides. */
export interface FaceFrame {
  /** Between eyes and mouth. */
  readonly centre: Point
  /** From the person's right eye to the left one: to the right in the picture; of length 1. */
  readonly across: Point
}

/** Heads tilted by more than this (cosine) are measured along the picture's sides: what a parser calls eyes are hardly such. */
const LEAST_COSINE = 0.5
/** Eyes nearer to each other, as a share of the picture's width, do not tell a direction. */
const LEAST_APART = 0.03

/**
 * Undefined where too few parts of a face are seen.
 *
 * @param middles of the parts by their classes, in pixels
 */
export function faceFrame(middles: ReadonlyMap<number, Point>, width: number): FaceFrame | undefined {
  const seen = (...labels: readonly number[]): readonly Point[] => labels.flatMap((label) => middles.get(label) ?? [])
  const eyes = seen(RIGHT_EYE, LEFT_EYE)
  const brows = seen(RIGHT_BROW, LEFT_BROW)
  const above = eyes.length > 0 ? eyes : brows
  const lips = seen(UPPER_LIP, LOWER_LIP)
  const centre = above.length > 0 && lips.length > 0 ? mean([mean(above), mean(lips)]) : middles.get(NOSE)
  if (centre === undefined) return undefined
  return { centre, across: direction(eyes, width) ?? direction(brows, width) ?? { x: 1, y: 0 } }
}

function direction([right, left]: readonly Point[], width: number): Point | undefined {
  if (right === undefined || left === undefined) return undefined
  const apart = distance(right, left)
  if (apart < LEAST_APART * width) return undefined
  const sign = left.x < right.x ? -1 : 1
  const across = { x: (sign * (left.x - right.x)) / apart, y: (sign * (left.y - right.y)) / apart }
  return across.x < LEAST_COSINE ? { x: 1, y: 0 } : across
}
