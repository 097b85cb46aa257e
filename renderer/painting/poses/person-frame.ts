import type { Person } from '../../model/poses/person.ts'
import { boundsOf } from '../../model/poses/transform-body.ts'
import type { Point } from '../../model/raster/geometry.ts'

/** In CSS pixels: room between the points and the frame, and between the frame and the handle for turning. */
const PADDING = 16
const TURN_DISTANCE = 26

/** The frame around a person and its handles, in document pixels. */
export interface PersonFrame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Top left, top right, bottom right, bottom left. Dragging one scales the person; the opposite corner stays. */
  readonly corners: readonly Point[]
  /** Turns the person about the middle. */
  readonly turn: Point
  readonly middle: Point
}

/** @param zoom CSS pixels per document pixel @returns undefined for somebody without points */
export function frameOf(person: Person, zoom: number): PersonFrame | undefined {
  const bounds = boundsOf(person.body)
  if (bounds === undefined) return undefined
  const padding = PADDING / zoom
  const left = bounds.left - padding
  const top = bounds.top - padding
  const right = bounds.right + padding
  const bottom = bounds.bottom + padding
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  return {
    left,
    top,
    right,
    bottom,
    corners: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
    turn: { x: middle.x, y: top - TURN_DISTANCE / zoom },
    middle,
  }
}
