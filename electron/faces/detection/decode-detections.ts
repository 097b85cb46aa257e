import type { Point } from '../geometry/point.ts'
import { scaleOf, transform, type Similarity } from '../geometry/similarity.ts'
import type { Detection } from './detection.ts'

/** Side of the detector's square input in pixels. */
export const DETECTOR_SIDE = 128
const VALUES_PER_ANCHOR = 16
const POINTS = 6
/** Grids of anchors: cells along a side, and anchors in a cell (MediaPipe's short-range model: 896 in all). */
const GRIDS = [
  { cells: 16, anchors: 2 },
  { cells: 8, anchors: 6 },
]

const anchorCentres: readonly Point[] = GRIDS.flatMap(({ cells, anchors }) =>
  Array.from({ length: cells * cells * anchors }, (_, index) => {
    const cell = Math.floor(index / anchors)
    return {
      x: (((cell % cells) + 0.5) / cells) * DETECTOR_SIDE,
      y: ((Math.floor(cell / cells) + 0.5) / cells) * DETECTOR_SIDE,
    }
  }),
)

/**
 * The detector's answer as faces of the photo.
 * @param regressors 896 × 16: box centre, box size and six points, in pixels of the crop from the anchor's centre
 * @param logits 896 scores before the sigmoid
 * @param toPicture from the crop's pixels to the photo's
 */
export function decodeDetections(
  regressors: Float32Array,
  logits: Float32Array,
  toPicture: Similarity,
  minimumScore: number,
): Detection[] {
  const detections: Detection[] = []
  const scale = scaleOf(toPicture)
  for (const [index, anchor] of anchorCentres.entries()) {
    const score = 1 / (1 + Math.exp(-(logits[index] ?? -100)))
    if (score < minimumScore) continue
    const offset = index * VALUES_PER_ANCHOR
    const value = (position: number): number => regressors[offset + position] ?? 0
    const place = (position: number): Point =>
      transform(toPicture, { x: anchor.x + value(position), y: anchor.y + value(position + 1) })
    detections.push({
      centre: place(0),
      side: Math.max(value(2), value(3)) * scale,
      points: Array.from({ length: POINTS }, (_, point) => place(4 + point * 2)),
      score,
    })
  }
  return detections
}
