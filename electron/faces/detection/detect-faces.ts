import type { FaceNetworks } from '../face-networks.ts'
import { cropToPicture } from '../geometry/similarity.ts'
import type { ImagePyramid } from '../sampling/image-pyramid.ts'
import { sampleCrop, scaleValues } from '../sampling/sample-crop.ts'
import { DETECTOR_SIDE, decodeDetections } from './decode-detections.ts'
import type { Detection } from './detection.ts'
import { mergeDetections } from './suppress.ts'
import { planTiles, type Tile } from './tile-plan.ts'

/** Called before every look at a tile with the share of the work done, 0..1; it may throw to stop. */
export type DetectionStep = (done: number) => Promise<void>

const MINIMUM_SCORE = 0.5
const SAME_FACE = 0.3
/** The detector bears about 45° either way, so quarter turns see faces of every angle. */
const TURNS = [0, Math.PI / 2, -Math.PI / 2, Math.PI]

/**
 * All faces of a photo, of any angle, down to `smallestFace` pixels.
 *
 * Every tile is looked at upright; turned as well while nothing was found upright or while tiles are few, because whoever
 * lies down does so among few people. Answers are only candidates: the mesh network decides which of them are faces.
 */
export async function detectFaces(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  smallestFace: number,
  step: DetectionStep,
): Promise<Detection[]> {
  const { width, height } = pyramid.image
  const levels = planTiles(width, height, smallestFace)
  const total = levels.reduce((sum, tiles) => sum + tiles.length, 0)
  const found: Detection[] = []
  let done = 0
  for (const tiles of levels)
    for (const tile of tiles) {
      await step(done / total)
      const turns = tiles.length <= FEW_TILES || found.length === 0 ? TURNS : TURNS.slice(0, 1)
      for (const angle of turns) found.push(...(await lookAt(pyramid, networks, tile, angle)))
      done += 1
    }
  return mergeDetections(found, SAME_FACE)
}

const FEW_TILES = 30

/** The upright faces that one look at the whole photo shows. */
export async function detectLargeFaces(pyramid: ImagePyramid, networks: FaceNetworks): Promise<Detection[]> {
  const { width, height } = pyramid.image
  const [[whole] = []] = planTiles(width, height, Infinity)
  return whole === undefined ? [] : mergeDetections(await lookAt(pyramid, networks, whole, 0), SAME_FACE)
}

async function lookAt(
  pyramid: ImagePyramid,
  networks: FaceNetworks,
  { centre, extent }: Tile,
  angle: number,
): Promise<Detection[]> {
  const toPicture = cropToPicture(centre, extent, angle, DETECTOR_SIDE)
  const crop = sampleCrop(pyramid, { toPicture, width: DETECTOR_SIDE, height: DETECTOR_SIDE, padding: 'black' })
  const [regressors, logits] = await networks.run('face-detector', scaleValues(crop, -1, 1))
  if (regressors === undefined || logits === undefined) throw new RangeError('the face detector must answer twice')
  return decodeDetections(regressors, logits, toPicture, MINIMUM_SCORE)
}
