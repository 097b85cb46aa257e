import { CocanvasError } from '../../contract/error-codes.ts'
import { celebaAlignment } from '../../faces/alignment/celeba-alignment.ts'
import type { Face } from '../../faces/face.ts'
import { faceNetworks } from '../../faces/face-networks.ts'
import { findFaces, SMALLEST_FACE } from '../../faces/find-faces.ts'
import { compose, type Similarity } from '../../faces/geometry/similarity.ts'
import { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { sampleCrop } from '../../faces/sampling/sample-crop.ts'
import type { PhotoPreparation, PhotoSquare, PreparedPhoto, ReadingTools } from './photo-reader.ts'

/** Turns and cuts photos to squares around faces, as the pictures of CelebA-HQ are: the largest face, or each of them. */
export const alignedFace: PhotoPreparation = {
  async one(photo, side, tools) {
    const pyramid = new ImagePyramid(photo)
    const [face] = await facesOf(pyramid, tools)
    if (face === undefined) throw noFace()
    return aligned(pyramid, face, side)
  },
  async all(photo, side, tools) {
    const pyramid = new ImagePyramid(photo)
    const faces = await facesOf(pyramid, tools)
    const [largest] = faces
    if (largest === undefined) throw noFace()
    if (largest.side < SMALLEST_FACE)
      throw new CocanvasError(
        'bad-request',
        `The largest face in the photo is about ${Math.round(largest.side)} pixels wide, which is too small to be edited; choose a photo in which it is at least ${SMALLEST_FACE} pixels wide.`,
      )
    return faces.filter((face) => face.side >= SMALLEST_FACE).map((face) => surrounded(pyramid, face, side))
  },
  outside: 'The change lies outside every face that was found; paint on a face or close around it.',
}

function facesOf(pyramid: ImagePyramid, { networks, checkpoint }: ReadingTools): Promise<readonly Face[]> {
  return findFaces(pyramid, faceNetworks(networks), checkpoint)
}

/** How much wider than the aligned square its surroundings are, and how far up they lie, as a share of its side. */
const WIDER = 1.45
const HIGHER = 0.08

function surrounded(pyramid: ImagePyramid, face: Face, side: number): PreparedPhoto {
  const part = aligned(pyramid, face, side)
  const margin = ((1 - WIDER) / 2) * side
  const widened = compose(part.toGiven, { a: WIDER, b: 0, x: margin, y: margin - HIGHER * side })
  return { ...part, around: square(pyramid, widened, side) }
}

function aligned(pyramid: ImagePyramid, face: Face, side: number): PhotoSquare {
  return square(pyramid, celebaAlignment(face.points, side), side)
}

function square(pyramid: ImagePyramid, toGiven: Similarity, side: number): PhotoSquare {
  const crop = sampleCrop(pyramid, { toPicture: toGiven, width: side, height: side, padding: 'reflect' })
  return { photo: { width: side, height: side, data: Uint8Array.from(crop, Math.round) }, toGiven }
}

function noFace(): CocanvasError {
  return new CocanvasError(
    'bad-request',
    `No face was found in the photo; choose one that shows a face whole and at least ${SMALLEST_FACE} pixels wide.`,
  )
}
