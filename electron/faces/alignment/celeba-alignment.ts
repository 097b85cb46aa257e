import { mean, midpoint, type Point } from '../geometry/point.ts'
import { cropToPicture, type Similarity } from '../geometry/similarity.ts'
import { meshPoint, meshPolygon, type MeshPoints } from '../mesh/face-mesh.ts'
import { LEFT_EYE, LIPS_OUTER, RIGHT_EYE } from '../mesh/face-outlines.ts'

/**
 * Where CelebA-HQ's square picture of a face lies in a photo (Karras et al. 2018, appendix C): from pixels of an aligned
 * picture of `side` pixels to the photo's. Its inverse (geometry/similarity.ts) brings the picture back exactly; what lies
 * outside the photo is padded by reflection.
 */
export function celebaAlignment(points: MeshPoints, side: number): Similarity {
  const right = mean(meshPolygon(points, RIGHT_EYE.opening))
  const left = mean(meshPolygon(points, LEFT_EYE.opening))
  const mouth = midpoint(meshPoint(points, LIPS_OUTER[0]), meshPoint(points, LIPS_OUTER[10]))
  return alignmentOf(right, left, mouth, side)
}

/** The same from the centres of the right eye, the left eye and the mouth. */
export function alignmentOf(right: Point, left: Point, mouth: Point, side: number): Similarity {
  const eyes = midpoint(right, left)
  const across = { x: left.x - right.x, y: left.y - right.y }
  const down = { x: mouth.x - eyes.x, y: mouth.y - eyes.y }
  // The mean of the eyes' direction and that at right angles to the way to the mouth.
  const direction = { x: across.x + down.y, y: across.y - down.x }
  const half = Math.max(Math.hypot(across.x, across.y) * 2, Math.hypot(down.x, down.y) * 1.8)
  const centre = { x: eyes.x + down.x * 0.1, y: eyes.y + down.y * 0.1 }
  return cropToPicture(centre, half * 2, Math.atan2(direction.y, direction.x), side)
}
