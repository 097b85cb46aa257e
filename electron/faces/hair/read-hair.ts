import type { Face } from '../face.ts'
import type { FaceNetworks } from '../face-networks.ts'
import { cropToPicture, inverse, type Similarity } from '../geometry/similarity.ts'
import { eyeLine, meshPoint, rollOf } from '../mesh/face-mesh.ts'
import type { ImagePyramid } from '../sampling/image-pyramid.ts'
import { planeAt } from '../sampling/read-plane.ts'
import { sampleCrop } from '../sampling/sample-crop.ts'

/** Side of the hair network's square input. */
const HAIR_SIDE = 512
/** Side of the crop in eye distances: the network was trained on head-and-shoulder pictures. */
const EXTENT = 7

/** Where hair is, around one face. */
export interface HairMask {
  readonly side: number
  /** `side` × `side` probabilities 0..1, row by row. */
  readonly values: Float32Array
  /** From the photo's pixels to the mask's. */
  readonly fromPicture: Similarity
}

export async function readHair(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  { points }: Pick<Face, 'points'>,
): Promise<HairMask> {
  const toPicture = cropToPicture(meshPoint(points, 6), eyeLine(points).length * EXTENT, rollOf(points), HAIR_SIDE)
  const crop = sampleCrop(pyramid, { toPicture, width: HAIR_SIDE, height: HAIR_SIDE, padding: 'edge' })
  const pixels = HAIR_SIDE * HAIR_SIDE
  // The fourth channel is the mask of a previous frame; a photo has none.
  const input = new Float32Array(pixels * 4)
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let channel = 0; channel < 3; channel++) input[pixel * 4 + channel] = (crop[pixel * 3 + channel] ?? 0) / 255
  const [logits] = await networks.run('hair', input)
  if (logits === undefined) throw new RangeError('the hair network must answer')
  const values = new Float32Array(pixels)
  for (let pixel = 0; pixel < pixels; pixel++)
    values[pixel] = 1 / (1 + Math.exp((logits[pixel * 2] ?? 0) - (logits[pixel * 2 + 1] ?? 0)))
  return { side: HAIR_SIDE, values, fromPicture: inverse(toPicture) }
}

/** Probability of hair at a place of the photo; 0 outside the mask. */
export function hairAt({ side, values, fromPicture }: HairMask, x: number, y: number): number {
  return planeAt(values, side, fromPicture, x, y)
}
