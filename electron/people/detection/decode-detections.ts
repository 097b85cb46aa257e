import { transform, type Similarity } from '../../faces/geometry/similarity.ts'
import type { PersonDetection } from './person-detection.ts'

/** Side of the detector's square input. */
export const DETECTOR_SIDE = 224
/** Values for each anchor: a box (centre and size) and four points, of which the hips are the first and the top the second. */
const VALUES_PER_ANCHOR = 12
const HIPS_AT = 4
const TOP_AT = 6

/** Grids of MediaPipe's pose detector and how many anchors each cell of them has. Together 2,254. */
const GRIDS = [
  { side: 28, anchors: 2 },
  { side: 14, anchors: 2 },
  { side: 7, anchors: 6 },
] as const

/** Centres of all anchors in pixels of the detector's input, x, y, x, y …; row by row, grid after grid. */
function anchorCentres(): Float32Array {
  const centres: number[] = []
  for (const { side, anchors } of GRIDS) {
    const cell = DETECTOR_SIDE / side
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++)
        for (let anchor = 0; anchor < anchors; anchor++) centres.push((column + 0.5) * cell, (row + 0.5) * cell)
  }
  return Float32Array.from(centres)
}

const ANCHOR_CENTRES = anchorCentres()

/**
 * The people in the detector's answer. Its points are offsets in pixels of its input from the anchors' centres, its scores are
 * logits (MediaPipe's pose detection graph).
 *
 * @param values float32 [2254, 12]
 * @param logits float32 [2254]
 * @param toPhoto from the detector's input to the photo
 * @param leastScore 0..1
 */
export function decodeDetections(
  values: Float32Array,
  logits: Float32Array,
  toPhoto: Similarity,
  leastScore: number,
): PersonDetection[] {
  const leastLogit = Math.log(leastScore / (1 - leastScore))
  const found: PersonDetection[] = []
  for (const [anchor, logit] of logits.entries()) {
    if (logit < leastLogit) continue
    const at = (offset: number): { readonly x: number; readonly y: number } =>
      transform(toPhoto, {
        x: (ANCHOR_CENTRES[anchor * 2] ?? 0) + (values[anchor * VALUES_PER_ANCHOR + offset] ?? 0),
        y: (ANCHOR_CENTRES[anchor * 2 + 1] ?? 0) + (values[anchor * VALUES_PER_ANCHOR + offset + 1] ?? 0),
      })
    found.push({ hips: at(HIPS_AT), top: at(TOP_AT), score: 1 / (1 + Math.exp(-logit)) })
  }
  return found
}
