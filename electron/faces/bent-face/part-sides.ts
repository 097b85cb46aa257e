import type { Point } from '../geometry/point.ts'
import type { FaceFrame } from './face-frame.ts'

/** Share of a slice's pixels that may lie beyond what counts as its ends. */
const STRAY = 0.04
/** Share of a part's pixels that may lie beyond what counts as its ends. */
const STRAY_OF_PART = 0.01

/**
 * Both sides of a part in slices across it, the ends of the part first and last: `count` × 2 points. The same number in every map,
 * so that those of two faces belong together one by one.
 *
 * @param pixels indices into a map of this width @param along whether slices follow each other across the face or down it
 * @returns undefined for a part that is hardly wide enough
 */
export function partSides(
  pixels: Uint32Array,
  width: number,
  frame: FaceFrame,
  along: 'across' | 'down',
  count: number,
): readonly Point[] | undefined {
  const places = framePlaces(pixels, width, frame, along)
  const order = places.along.slice().sort()
  const low = quantile(order, STRAY_OF_PART) - 0.5
  const high = quantile(order, 1 - STRAY_OF_PART) + 0.5
  if (high - low < 3) return undefined
  const half = Math.max((high - low) / count / 2, 1)
  const sides: Point[] = []
  for (let slice = 0; slice < count; slice++) {
    const place = low + ((high - low) * slice) / (count - 1)
    const ends = sliceEnds(places, Math.min(Math.max(place, low + half), high - half), half)
    if (ends === undefined) return undefined
    const isEnd = slice === 0 || slice === count - 1
    for (const side of isEnd ? [ends.mean] : [ends.first, ends.second])
      sides.push(along === 'across' ? pointAt(frame, place, side) : pointAt(frame, side, place))
  }
  return sides
}

/** A place given across and down from the centre of a face. */
export function pointAt({ centre, across }: FaceFrame, right: number, down: number): Point {
  return {
    x: centre.x + across.x * right - across.y * down,
    y: centre.y + across.y * right + across.x * down,
  }
}

/** Where pixels are in the frame of a face. */
export interface FramePlaces {
  readonly along: Float32Array
  readonly aside: Float32Array
}

/** @param along which of the frame's directions comes first */
export function framePlaces(
  pixels: Uint32Array,
  width: number,
  { centre, across }: FaceFrame,
  along: 'across' | 'down',
): FramePlaces {
  const right = new Float32Array(pixels.length)
  const down = new Float32Array(pixels.length)
  for (let index = 0; index < pixels.length; index++) {
    const pixel = pixels[index] ?? 0
    const x = (pixel % width) + 0.5 - centre.x
    const y = Math.floor(pixel / width) + 0.5 - centre.y
    right[index] = x * across.x + y * across.y
    down[index] = y * across.x - x * across.y
  }
  return along === 'across' ? { along: right, aside: down } : { along: down, aside: right }
}

/** The two ends of a slice and its middle; undefined for an empty slice. */
export function sliceEnds(
  { along, aside }: FramePlaces,
  place: number,
  half: number,
): { readonly first: number; readonly second: number; readonly mean: number } | undefined {
  const found: number[] = []
  for (let index = 0; index < along.length; index++)
    if (Math.abs((along[index] ?? 0) - place) <= half) found.push(aside[index] ?? 0)
  if (found.length === 0) return undefined
  const order = Float32Array.from(found).sort()
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length
  return { first: quantile(order, STRAY) - 0.5, second: quantile(order, 1 - STRAY) + 0.5, mean }
}

/** Of sorted values. */
export function quantile(order: Float32Array, share: number): number {
  const place = share * (order.length - 1)
  const below = Math.floor(place)
  const low = order[below] ?? 0
  return low + ((order[below + 1] ?? low) - low) * (place - below)
}
