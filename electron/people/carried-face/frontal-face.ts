import { distance, type Point } from '../../faces/geometry/point.ts'
import { meshPoint, type MeshPoints } from '../../faces/mesh/face-mesh.ts'

const NOSE_TIP = 1
const [RIGHT_CHEEK, LEFT_CHEEK] = [234, 454]
const [FOREHEAD, CHIN] = [10, 152]
/** Where between the cheeks the nose's tip lies in a face that looks at the camera. */
const LEAST_SIDE = 0.33

/** Whether a face looks at the camera, so that both its halves are seen. */
export function isFrontal(points: MeshPoints): boolean {
  const [right, left, nose] = [
    meshPoint(points, RIGHT_CHEEK),
    meshPoint(points, LEFT_CHEEK),
    meshPoint(points, NOSE_TIP),
  ]
  const width = distance(right, left)
  if (width === 0) return false
  const share = alongLine(nose, right, left)
  return share >= LEAST_SIDE && share <= 1 - LEAST_SIDE
}

/** From forehead to chin, in pixels. */
export function faceHeight(points: MeshPoints): number {
  return distance(meshPoint(points, FOREHEAD), meshPoint(points, CHIN))
}

function alongLine(point: Point, from: Point, to: Point): number {
  const [x, y] = [to.x - from.x, to.y - from.y]
  return ((point.x - from.x) * x + (point.y - from.y) * y) / (x * x + y * y)
}
