import type { FaceNetworks } from '../face-networks.ts'
import { distance, midpoint, type Point } from '../geometry/point.ts'
import { cropToPicture, transform, type Similarity } from '../geometry/similarity.ts'
import { LEFT_EYE, RIGHT_EYE, type EyeOutline } from '../mesh/face-outlines.ts'
import { meshPoint, rollOf, type MeshPoints } from '../mesh/face-mesh.ts'
import type { ImagePyramid } from '../sampling/image-pyramid.ts'
import { sampleCrop, scaleValues } from '../sampling/sample-crop.ts'

/** Side of the iris network's square input. */
const EYE_SIDE = 64
/** The crop is this much wider than the eye (MediaPipe's iris graph). */
const MARGIN = 2.3
/** Where the 16 points of an eye's opening, in EyeOutline's order, lie among the network's 71 contour points. */
const OPENING_IN_CONTOUR = [0, 9, 10, 11, 12, 13, 14, 15, 8, 7, 6, 5, 4, 3, 2, 1]

/** An iris in pixels of the photo. */
export interface Iris {
  readonly centre: Point
  readonly radius: number
}

/** Both eyes, read closely. */
export interface EyeReading {
  /** The mesh's points with the lids' borders as the iris network sees them. */
  readonly points: MeshPoints
  readonly rightIris: Iris
  readonly leftIris: Iris
}

/** Sharpens the lids' borders of a mesh and finds the irises. */
export async function readEyes(pyramid: ImagePyramid, networks: FaceNetworks, points: MeshPoints): Promise<EyeReading> {
  const refined = points.slice()
  const rightIris = await readEye(pyramid, networks, points, { outline: RIGHT_EYE, mirrored: true }, refined)
  const leftIris = await readEye(pyramid, networks, points, { outline: LEFT_EYE, mirrored: false }, refined)
  return { points: refined, rightIris, leftIris }
}

/** The network knows left eyes; a right eye is shown to it mirrored. */
async function readEye(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  points: MeshPoints,
  { outline, mirrored }: { readonly outline: EyeOutline; readonly mirrored: boolean },
  refined: MeshPoints,
): Promise<Iris> {
  const outer = meshPoint(points, outline.opening[0] ?? 0)
  const inner = meshPoint(points, outline.opening[8] ?? 0)
  const width = distance(outer, inner)
  const toPicture = cropToPicture(midpoint(outer, inner), width * MARGIN, rollOf(points), EYE_SIDE)
  const crop = sampleCrop(pyramid, { toPicture, width: EYE_SIDE, height: EYE_SIDE, padding: 'edge' })
  const [contour, iris] = await networks.run('face-iris', scaleValues(mirrored ? mirror(crop) : crop, 0, 1))
  if (contour === undefined || iris === undefined) throw new RangeError('the iris network must answer twice')
  const place = (values: Float32Array, index: number): Point => placed(values, index, mirrored, toPicture)
  for (const [position, contourIndex] of OPENING_IN_CONTOUR.entries()) {
    const index = outline.opening[position] ?? 0
    const seen = place(contour, contourIndex)
    // Glasses or hair can mislead the network; a point far from the mesh's own is not believed.
    if (distance(seen, meshPoint(points, index)) > width * FARTHEST_CORRECTION) continue
    refined[index * 2] = seen.x
    refined[index * 2 + 1] = seen.y
  }
  const centre = place(iris, 0)
  const radius = [1, 2, 3, 4].reduce((sum, index) => sum + distance(centre, place(iris, index)), 0) / 4
  return { centre, radius }
}

const FARTHEST_CORRECTION = 0.25

function placed(values: Float32Array, index: number, mirrored: boolean, toPicture: Similarity): Point {
  const x = values[index * 3] ?? 0
  return transform(toPicture, { x: mirrored ? EYE_SIDE - x : x, y: values[index * 3 + 1] ?? 0 })
}

function mirror(crop: Float32Array): Float32Array {
  const mirrored = new Float32Array(crop.length)
  for (let row = 0; row < EYE_SIDE; row++)
    for (let column = 0; column < EYE_SIDE; column++)
      for (let channel = 0; channel < 3; channel++)
        mirrored[(row * EYE_SIDE + column) * 3 + channel] =
          crop[(row * EYE_SIDE + EYE_SIDE - 1 - column) * 3 + channel] ?? 0
  return mirrored
}
