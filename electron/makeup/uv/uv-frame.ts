import type { Point } from '../../faces/geometry/point.ts'
import { CANONICAL_POINTS } from '../../faces/mesh/canonical-face.ts'
import { meshPoint, type MeshPoints } from '../../faces/mesh/face-mesh.ts'
import { FACE_OVAL } from '../../faces/mesh/face-outlines.ts'
import { FACE_TRIANGLES } from '../../faces/mesh/face-triangles.ts'

/**
 * The picture plane in which make-up is kept: the mean frontal face (`CANONICAL_POINTS`), 512 × 512, the same for everybody.
 * Whatever face it came from, a place of it is the same place of every face; its mirror image is the other half of the face.
 */
export const UV_SIDE = 512
export const UV_PIXELS = UV_SIDE * UV_SIDE
/** Soft colour is kept at half that side: nothing in it is finer. */
export const SOFT_SIDE = UV_SIDE / 2
export const SOFT_PIXELS = SOFT_SIDE * SOFT_SIDE
/** Distance between the eyes' centres in this plane; sizes in the recipe are stated in parts of it. */
export const UV_EYE_DISTANCE = 142
const MIDDLE: Point = { x: UV_SIDE / 2, y: 230 }

/**
 * The mesh ends below the hairline, so a rim of points continues it upwards: each of the oval's points is pushed away from
 * the root of the nose by this part of its distance.
 */
const rimShares = FACE_OVAL.map((index) => {
  const height = -(CANONICAL_POINTS[index * 2 + 1] ?? 0) / 1000
  return 0.03 + 0.55 * smooth(0.15, 0.85, height)
})
const ROOT = 168
const MESH_POINTS = CANONICAL_POINTS.length / 2

function smooth(low: number, high: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return share * share * (3 - 2 * share)
}

/** The mesh's points followed by the rim's 36, x, y, x, y …, in the unit of `points`. */
export function withRim(points: MeshPoints): Float32Array {
  const extended = new Float32Array(points.length + FACE_OVAL.length * 2)
  extended.set(points)
  const root = meshPoint(points, ROOT)
  for (const [position, index] of FACE_OVAL.entries()) {
    const { x, y } = meshPoint(points, index)
    const share = rimShares[position] ?? 0
    extended[points.length + position * 2] = x + (x - root.x) * share
    extended[points.length + position * 2 + 1] = y + (y - root.y) * share
  }
  return extended
}

/** The mesh in this plane, with its rim. */
export const UV_POINTS: Float32Array = withRim(
  Float32Array.from(
    CANONICAL_POINTS,
    (value, index) => (value / 1000) * UV_EYE_DISTANCE + (index % 2 === 0 ? MIDDLE.x : MIDDLE.y),
  ),
)

/** Triangles over the mesh and its rim. */
export const UV_TRIANGLES: readonly number[] = [
  ...FACE_TRIANGLES,
  ...FACE_OVAL.flatMap((index, position) => {
    const next = (position + 1) % FACE_OVAL.length
    const nextIndex = FACE_OVAL[next] ?? 0
    return [index, MESH_POINTS + position, nextIndex, nextIndex, MESH_POINTS + position, MESH_POINTS + next]
  }),
]
