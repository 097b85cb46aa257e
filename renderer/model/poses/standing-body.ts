import type { ImageSize } from '../../../electron/contract/image-size.ts'

/** A person standing upright, seen from the front, in the order of `BODY_POINTS`; shares of the person's height. */
export const STANDING = [
  [0, 0.09],
  [0, 0.18],
  [-0.11, 0.18],
  [-0.16, 0.33],
  [-0.17, 0.47],
  [0.11, 0.18],
  [0.16, 0.33],
  [0.17, 0.47],
  [-0.065, 0.5],
  [-0.075, 0.73],
  [-0.08, 0.95],
  [0.065, 0.5],
  [0.075, 0.73],
  [0.08, 0.95],
  [-0.02, 0.07],
  [0.02, 0.07],
  [-0.045, 0.08],
  [0.045, 0.08],
] as const

/** How much of the document's height the person takes, with as much room above as below. */
const SHARE = 0.9

/** A standing person in the middle of a document, in its pixels. */
export function standingBody({ width, height }: ImageSize): [number, number][] {
  const tall = height * SHARE
  return STANDING.map(([x, y]) => [width / 2 + x * tall, (height - tall) / 2 + y * tall])
}
