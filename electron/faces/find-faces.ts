import { detectFaces, detectLargeFaces, type DetectionStep } from './detection/detect-faces.ts'
import type { Detection } from './detection/detection.ts'
import type { Face } from './face.ts'
import type { FaceNetworks } from './face-networks.ts'
import { readEyes } from './iris/read-eyes.ts'
import { insidePolygon } from './geometry/inside-polygon.ts'
import { eyeLine, meshPolygon } from './mesh/face-mesh.ts'
import { FACE_OVAL } from './mesh/face-outlines.ts'
import { midpoint } from './geometry/point.ts'
import { readMesh } from './mesh/read-mesh.ts'
import type { ImagePyramid } from './sampling/image-pyramid.ts'

/** Faces narrower than this many pixels are looked for but not promised. */
export const SMALLEST_FACE = 60
const MINIMUM_CERTAINTY = 0.5

/**
 * The faces of a photo, largest first, whatever their angle, each with mesh and irises.
 * @param step called before every look with the share of the work done, 0..1; it may throw to stop
 */
export async function findFaces(pyramid: ImagePyramid, networks: FaceNetworks, step: DetectionStep): Promise<Face[]> {
  const candidates = await detectFaces(pyramid, networks, SMALLEST_FACE * 0.6, (done) => step(done * DETECTING))
  const faces: FoundFace[] = []
  for (const [index, candidate] of candidates.entries()) {
    await step(DETECTING + (1 - DETECTING) * (index / candidates.length))
    const face = await readFace(pyramid, networks, candidate)
    if (face === undefined || faces.some((known) => sameFace(known, face))) continue
    faces.push(face)
  }
  // A painted face may look like a face turned otherwise as well; all answers together then lie beside it.
  if (faces.length === 0)
    for (const candidate of await detectLargeFaces(pyramid, networks)) {
      const face = await readFace(pyramid, networks, candidate)
      if (face !== undefined) faces.push(face)
    }
  return faces.sort((first, second) => second.side - first.side).map((face, index) => ({ ...face, index }))
}

/**
 * The largest face of a photo that shows somebody large, in a fraction of the time: where one look at the whole photo finds
 * a face that fills a good part of it, nothing smaller is looked for. Otherwise the same as `findFaces`.
 */
export async function findLargestFace(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  step: DetectionStep,
): Promise<Face | undefined> {
  await step(0)
  const { width, height } = pyramid.image
  const candidates = await detectLargeFaces(pyramid, networks)
  const [largest] = candidates.sort((first, second) => second.side - first.side)
  if (largest !== undefined && largest.side > LARGE * Math.min(width, height)) {
    const face = await readFace(pyramid, networks, largest)
    if (face !== undefined) return { ...face, index: 0 }
  }
  return (await findFaces(pyramid, networks, step))[0]
}

/** A face is large when it fills this share of the photo's shorter side. */
const LARGE = 0.25

type FoundFace = Omit<Face, 'index'>

const DETECTING = 0.8

async function readFace(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  candidate: Detection,
): Promise<FoundFace | undefined> {
  const { points, depth, certainty } = await readMesh(pyramid, networks, candidate)
  if (certainty < MINIMUM_CERTAINTY) return undefined
  const eyes = await readEyes(pyramid, networks, points)
  return { ...eyes, depth, certainty, side: candidate.side }
}

/** Two candidates may lead to one face: the detector sees it in several tiles, turned, or a part of it alone. */
function sameFace(first: FoundFace, second: FoundFace): boolean {
  return holdsCentre(first, second) || holdsCentre(second, first)
}

function holdsCentre(outer: FoundFace, inner: FoundFace): boolean {
  const { right, left } = eyeLine(inner.points)
  return insidePolygon(midpoint(right, left), meshPolygon(outer.points, FACE_OVAL))
}
