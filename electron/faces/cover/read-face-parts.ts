import { CocanvasError } from '../../contract/error-codes.ts'
import { celebaAlignment } from '../alignment/celeba-alignment.ts'
import type { Face } from '../face.ts'
import type { FaceNetworks } from '../face-networks.ts'
import { inverse, type Similarity } from '../geometry/similarity.ts'
import type { ImagePyramid } from '../sampling/image-pyramid.ts'
import { sampleCrop, scaleValues } from '../sampling/sample-crop.ts'

/** Side of the parser's square input and answer. */
const PARTS_SIDE = 256
/** Numbers of CelebAMask-HQ's parts, as the annotator's manifest has them. */
const GROUPS = {
  face: [1, 2, 4, 5, 6, 7, 10, 11, 12],
  beside: [8, 9, 17],
  glasses: [3],
} as const
const CLASSES = 19

/** What groups of parts a face parser sees; planes of `side` × `side` probabilities 0..1, row by row. */
export interface FaceParts {
  readonly side: number
  /** From the photo's pixels to the planes'. */
  readonly fromPicture: Similarity
  /** Skin, nose, lips, mouth, eyes and brows. */
  readonly face: Float32Array
  /** Ears and neck: skin too, but no part of the face. */
  readonly beside: Float32Array
  /** Frames with their lenses. */
  readonly glasses: Float32Array
}

/** The parts of one face; undefined where the parser is not installed, because all that needs it can do without. */
export async function readFaceParts(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  { points }: Pick<Face, 'points'>,
): Promise<FaceParts | undefined> {
  const toPicture = celebaAlignment(points, PARTS_SIDE)
  const crop = sampleCrop(pyramid, { toPicture, width: PARTS_SIDE, height: PARTS_SIDE, padding: 'reflect' })
  const logits = await parsed(networks, scaleValues(crop, -1, 1))
  if (logits === undefined) return undefined
  const pixels = PARTS_SIDE * PARTS_SIDE
  const parts = {
    face: new Float32Array(pixels),
    beside: new Float32Array(pixels),
    glasses: new Float32Array(pixels),
  }
  const chances = new Float32Array(CLASSES)
  for (let pixel = 0; pixel < pixels; pixel++) {
    softmax(logits, pixel * CLASSES, chances)
    for (const group of NAMES) {
      let sum = 0
      for (const part of GROUPS[group]) sum += chances[part] ?? 0
      parts[group][pixel] = sum
    }
  }
  return { side: PARTS_SIDE, fromPicture: inverse(toPicture), ...parts }
}

const NAMES = ['face', 'beside', 'glasses'] as const

async function parsed(networks: FaceNetworks, input: Float32Array): Promise<Float32Array | undefined> {
  try {
    const [logits] = await networks.run('face-parts', input)
    return logits
  } catch (error) {
    if (error instanceof CocanvasError && error.code === 'pack-missing') return undefined
    throw error
  }
}

/** Logits this far below the largest stand for chances under 0.0001: most are, and exponentials take the time. */
const HOPELESS = -9.5

/** The chances of every class, from their logits beginning at `at`. */
function softmax(logits: Float32Array, at: number, chances: Float32Array): void {
  let most = -Infinity
  for (let index = 0; index < chances.length; index++) most = Math.max(most, logits[at + index] ?? 0)
  let sum = 0
  for (let index = 0; index < chances.length; index++) {
    const below = (logits[at + index] ?? 0) - most
    const chance = below < HOPELESS ? 0 : Math.exp(below)
    chances[index] = chance
    sum += chance
  }
  for (let index = 0; index < chances.length; index++) chances[index] = (chances[index] ?? 0) / sum
}
