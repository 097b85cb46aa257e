import { fillConvexPolygon } from '../drawing/convex-polygon.ts'
import { planeCanvas, type PlaneCanvas } from '../drawing/plane-canvas.ts'
import type { Point } from '../drawing/point.ts'
import { writeDistanceChannel } from '../edges/distance-channel.ts'

/** A limb on a plane of its own: 1 where it is, and the distance to it as the loaders quantise it. */
export interface LimbPlanes {
  readonly drawn: PlaneCanvas
  readonly distance: Float32Array
}

/** Planes of so many limbs are kept: those of the pose and of the exemplar's pose. */
const KEPT = 40
/** Larger planes are drawn again: keeping them would take more memory than it saves time. */
const LARGEST = 256 * 256
const kept = new Map<string, LimbPlanes>()

/**
 * The planes of a limb; do not change them. Who drags a wrist moves two limbs of seventeen, so the others are found here.
 *
 * @param polygon undefined for a limb that lacks a joint: it is nowhere, and its distance is 1 throughout
 */
export function limbPlanes(polygon: readonly Point[] | undefined, width: number, height: number): LimbPlanes {
  const corners = polygon?.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ') ?? ''
  const key = `${String(width)}x${String(height)} ${corners}`
  const planes = kept.get(key) ?? drawLimb(polygon, width, height)
  // What was asked for last stays longest.
  kept.delete(key)
  if (width * height <= LARGEST) kept.set(key, planes)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return planes
}

function drawLimb(polygon: readonly Point[] | undefined, width: number, height: number): LimbPlanes {
  const drawn = planeCanvas(width, height)
  if (polygon !== undefined) fillConvexPolygon(drawn, polygon, 1)
  const distance = new Float32Array(width * height)
  writeDistanceChannel(drawn.data, width, height, distance)
  return { drawn, distance }
}
