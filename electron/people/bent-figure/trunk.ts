import type { PlaneMap, PointPair } from '../../faces/geometry/plane-map.ts'
import { distance, midpoint, type Point } from '../../faces/geometry/point.ts'
import { pointOf, type BodyPoint, type BodyPose } from './body-points.ts'
import { affineMap, segmentDistance, type Segment } from './plane-map.ts'

const CORNERS: readonly BodyPoint[] = ['right shoulder', 'left shoulder', 'left hip', 'right hip']

/** The corners of a trunk, and its middle line. */
export interface Trunk {
  readonly corners: readonly Point[]
  readonly sides: readonly Segment[]
  readonly spine: Segment
}

/** Undefined unless both shoulders and both hips are seen. */
export function trunkOf(pose: BodyPose): Trunk | undefined {
  const corners = CORNERS.flatMap((name) => pointOf(pose, name) ?? [])
  const [right, left, leftHip, rightHip] = corners
  if (right === undefined || left === undefined || leftHip === undefined || rightHip === undefined) return undefined
  const sides = corners.map((to, index) => ({ from: corners.at(index - 1) ?? to, to }))
  return { corners, sides, spine: { from: midpoint(right, left), to: midpoint(rightHip, leftHip) } }
}

function spineLength({ spine }: Trunk): number {
  return distance(spine.from, spine.to)
}

/** How far a place is from a trunk, in pixels; 0 inside (even-odd rule). */
export function trunkDistance({ sides }: Trunk, x: number, y: number): number {
  let inside = false
  let nearest = Infinity
  for (const side of sides) {
    const { from, to } = side
    if (from.y > y !== to.y > y && x < to.x + ((y - to.y) / (from.y - to.y)) * (from.x - to.x)) inside = !inside
    nearest = Math.min(nearest, segmentDistance(side, x, y))
  }
  return inside ? 0 : nearest
}

/** How much the places beside the spine count against the corners: enough that a trunk seen from the side keeps some width. */
const BESIDE = 0.15

/** From the wanted trunk to the one in the photo: sheared and stretched as its corners are. */
export function trunkMap(wanted: Trunk, shown: Trunk, scale: number): PlaneMap | undefined {
  const corners = wanted.corners.map((corner, index): PointPair => {
    return { wanted: corner, shown: shown.corners[index] ?? corner, weight: 1 }
  })
  const reach = spineLength(wanted) / 3
  const beside = ([-1, 1] as const).flatMap((side) =>
    (['from', 'to'] as const).map((end): PointPair => {
      return {
        wanted: besideSpine(wanted.spine, end, side * reach),
        shown: besideSpine(shown.spine, end, side * reach * scale),
        weight: BESIDE,
      }
    }),
  )
  return affineMap([...corners, ...beside])
}

/** A place so many pixels beside one end of the spine, at a right angle to it. */
function besideSpine(spine: Segment, end: 'from' | 'to', pixels: number): Point {
  const length = Math.max(distance(spine.from, spine.to), 1e-3)
  const [dx, dy] = [(spine.to.x - spine.from.x) / length, (spine.to.y - spine.from.y) / length]
  return { x: spine[end].x - pixels * dy, y: spine[end].y + pixels * dx }
}
