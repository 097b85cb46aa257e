import type { Point } from './point.ts'

/** Where a place of the wanted picture comes from in the photo: writes x and y to the first two places of `to`. */
export type PlaneMap = (x: number, y: number, to: Float64Array) => void

/** Points that a map should send onto each other, with how much each counts. */
export interface PointPair {
  readonly wanted: Point
  readonly shown: Point
  readonly weight: number
}
