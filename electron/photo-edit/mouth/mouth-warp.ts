import { edgesAt, SAMPLES, type MouthShape } from './mouth-shape.ts'

/** A point of an upright part, as shares of its side. */
export interface PartPoint {
  readonly x: number
  readonly y: number
}

/** Where a point of the new mouth comes from. */
export interface WarpedPoint extends PartPoint {
  /** Where between the lips it lies: along the width and down the opening, each 0..1; absent = not between them. */
  readonly between?: { readonly along: number; readonly down: number; readonly depth: number } | undefined
}

/** Moves around a mouth fade over at least this far, and over so many times the longest move, so that nothing folds over. */
const LEAST_REACH = 0.03
const MOVES = 2.2

/** How the picture around a mouth moves when the mouth takes another shape. */
export interface MouthWarp {
  /** How far from both mouths anything moves, as a share of the part's side. */
  readonly reach: number
  /** From a point of the new picture to that of the old. */
  readonly source: (point: PartPoint) => WarpedPoint
}

/**
 * Every lip is stretched onto the new one, and what lies between them likewise; skin around goes along, less the farther
 * away it is.
 */
export function mouthWarp(from: MouthShape, to: MouthShape): MouthWarp {
  let longest = Math.max(Math.abs(from.left - to.left), Math.abs(from.right - to.right))
  for (let sample = 0; sample < SAMPLES; sample++)
    for (const at of [0, 3])
      longest = Math.max(longest, Math.abs((from.edges[sample * 4 + at] ?? 0) - (to.edges[sample * 4 + at] ?? 0)))
  const reach = Math.max(LEAST_REACH, MOVES * longest)
  return { reach, source: (point) => sourceOf(point, from, to, reach) }
}

function sourceOf(point: PartPoint, from: MouthShape, to: MouthShape, reach: number): WarpedPoint {
  const along = (point.x - to.left) / (to.right - to.left)
  const inner = Math.min(Math.max(along, 0), 1)
  const edges = edgesAt(to, inner)
  const [top, , , bottom] = edges
  const beside = along < 0 ? to.left - point.x : along > 1 ? point.x - to.right : 0
  const outside = Math.hypot(beside, Math.max(0, top - point.y, point.y - bottom))
  const share = fade(outside / reach)
  if (share === 0) return point
  const old = edgesAt(from, inner)
  const y = Math.min(Math.max(point.y, top), bottom)
  const moveX = from.left + inner * (from.right - from.left) - (to.left + inner * (to.right - to.left))
  const moved = { x: point.x + share * moveX, y: point.y + share * (stretched(y, edges, old) - y) }
  const [, upper, lower] = edges
  if (outside > 0 || point.y <= upper || point.y >= lower) return moved
  const depth = Math.min(point.y - upper, lower - point.y)
  return { ...moved, between: { along: inner, down: (point.y - upper) / (lower - upper), depth } }
}

/** Piece by piece from the edges of one mouth to those of another. */
function stretched(y: number, edges: readonly number[], old: readonly number[]): number {
  for (let at = 0; at < 3; at++) {
    const start = edges[at] ?? 0
    const end = edges[at + 1] ?? 0
    if (y > end && at < 2) continue
    const share = end > start ? Math.min(Math.max((y - start) / (end - start), 0), 1) : 0
    return (old[at] ?? 0) + share * ((old[at + 1] ?? 0) - (old[at] ?? 0))
  }
  return y
}

/** 1 at the mouth, 0 from the reach on, without a kink at either end. */
function fade(distance: number): number {
  const share = Math.min(Math.max(1 - distance, 0), 1)
  return share * share * (3 - 2 * share)
}
