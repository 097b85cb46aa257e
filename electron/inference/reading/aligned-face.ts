import { CocanvasError } from '../../contract/error-codes.ts'
import { celebaAlignment } from '../../faces/alignment/celeba-alignment.ts'
import { faceNetworks } from '../../faces/face-networks.ts'
import { findFaces, SMALLEST_FACE } from '../../faces/find-faces.ts'
import { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { sampleCrop } from '../../faces/sampling/sample-crop.ts'
import type { PreparePhoto } from './photo-reader.ts'

/** Turns and cuts a photo to a square around its largest face, as the pictures of CelebA-HQ are. */
export const alignedFace: PreparePhoto = async (photo, side, { networks, checkpoint }) => {
  const pyramid = new ImagePyramid(photo)
  const [face] = await findFaces(pyramid, faceNetworks(networks), checkpoint)
  if (face === undefined)
    throw new CocanvasError(
      'bad-request',
      `No face was found in the photo; choose one that shows a face whole and at least ${SMALLEST_FACE} pixels wide.`,
    )
  const toGiven = celebaAlignment(face.points, side)
  const crop = sampleCrop(pyramid, { toPicture: toGiven, width: side, height: side, padding: 'reflect' })
  return { photo: { width: side, height: side, data: Uint8Array.from(crop, Math.round) }, toGiven }
}
