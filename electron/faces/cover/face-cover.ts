import type { Face } from '../face.ts'
import type { FaceNetworks } from '../face-networks.ts'
import { readHair, type HairMask } from '../hair/read-hair.ts'
import type { ImagePyramid } from '../sampling/image-pyramid.ts'
import { readFaceParts, type FaceParts } from './read-face-parts.ts'

/** What two networks see on and around a face. */
export interface FaceCover {
  readonly hair: HairMask
  /** Undefined where the parser is not installed. */
  readonly parts: FaceParts | undefined
}

export async function readCover(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  face: Pick<Face, 'points'>,
): Promise<FaceCover> {
  return {
    hair: await readHair(pyramid, networks, face),
    parts: await readFaceParts(pyramid, networks, face),
  }
}
