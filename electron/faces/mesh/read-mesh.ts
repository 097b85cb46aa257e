import type { FaceNetworks } from '../face-networks.ts'
import type { Point } from '../geometry/point.ts'
import { cropToPicture, inverse, scaleOf, transform } from '../geometry/similarity.ts'
import type { Detection } from '../detection/detection.ts'
import type { ImagePyramid } from '../sampling/image-pyramid.ts'
import { sampleCrop, scaleValues } from '../sampling/sample-crop.ts'
import { MESH_POINTS, meshPoint, rollOf, type MeshPoints } from './face-mesh.ts'

/** Side of the mesh network's square input. */
const MESH_SIDE = 192
/** The crop is this much larger than the face's box (MediaPipe's face landmark graph). */
const MARGIN = 1.5

/** What the mesh network says about a part of the photo. */
export interface MeshReading {
  readonly points: MeshPoints
  /** Depth of every point in pixels of the photo; smaller is nearer to the camera. */
  readonly depth: Float32Array
  /** Probability that this is a face, 0..1. */
  readonly certainty: number
}

/**
 * The mesh of a detected face, read twice: the second crop is laid around the first reading's points, so that neither the
 * detector's box nor its angle decides how exact the points are.
 */
export async function readMesh(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  detection: Detection,
): Promise<MeshReading> {
  const [right, left] = detection.points
  const angle = right === undefined || left === undefined ? 0 : Math.atan2(left.y - right.y, left.x - right.x)
  const first = await readCrop(pyramid, networks, detection.centre, detection.side * MARGIN, angle)
  const { centre, side, roll } = boxAround(first.points)
  return readCrop(pyramid, networks, centre, side * MARGIN, roll)
}

/** The box around the points, upright to the face: its centre in the photo and its longer side. */
function boxAround(points: MeshPoints): { readonly centre: Point; readonly side: number; readonly roll: number } {
  const roll = rollOf(points)
  const level = { a: Math.cos(-roll), b: Math.sin(-roll), x: 0, y: 0 }
  let [minimumX, minimumY, maximumX, maximumY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < MESH_POINTS; index++) {
    const { x, y } = transform(level, meshPoint(points, index))
    minimumX = Math.min(minimumX, x)
    maximumX = Math.max(maximumX, x)
    minimumY = Math.min(minimumY, y)
    maximumY = Math.max(maximumY, y)
  }
  const centre = transform(inverse(level), { x: (minimumX + maximumX) / 2, y: (minimumY + maximumY) / 2 })
  return { centre, side: Math.max(maximumX - minimumX, maximumY - minimumY), roll }
}

async function readCrop(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  centre: Point,
  extent: number,
  angle: number,
): Promise<MeshReading> {
  const toPicture = cropToPicture(centre, extent, angle, MESH_SIDE)
  const crop = sampleCrop(pyramid, { toPicture, width: MESH_SIDE, height: MESH_SIDE, padding: 'edge' })
  const [values, flag] = await networks.run('face-mesh', scaleValues(crop, 0, 1))
  if (values === undefined || flag === undefined) throw new RangeError('the mesh network must answer twice')
  const points = new Float32Array(MESH_POINTS * 2)
  const depth = new Float32Array(MESH_POINTS)
  for (let index = 0; index < MESH_POINTS; index++) {
    const { x, y } = transform(toPicture, { x: values[index * 3] ?? 0, y: values[index * 3 + 1] ?? 0 })
    points[index * 2] = x
    points[index * 2 + 1] = y
    depth[index] = (values[index * 3 + 2] ?? 0) * scaleOf(toPicture)
  }
  return { points, depth, certainty: 1 / (1 + Math.exp(-(flag[0] ?? -100))) }
}
