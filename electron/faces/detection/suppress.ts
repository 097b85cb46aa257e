import type { Point } from '../geometry/point.ts'
import type { Detection } from './detection.ts'

/**
 * Weighted non-maximum suppression (BlazeFace, section 3.3): detections of one face are averaged by score instead of
 * dropped, which steadies boxes and points.
 * @param overlap intersection over union from which two boxes are one face
 */
export function mergeDetections(detections: readonly Detection[], overlap: number): Detection[] {
  let waiting = [...detections].sort((first, second) => second.score - first.score)
  const merged: Detection[] = []
  for (;;) {
    const [best] = waiting
    if (best === undefined) return merged
    const same = waiting.filter((other) => other === best || boxOverlap(best, other) >= overlap)
    waiting = waiting.filter((other) => !same.includes(other))
    merged.push(average(same, best.score))
  }
}

function average(detections: readonly Detection[], score: number): Detection {
  let total = 0
  for (const detection of detections) total += detection.score
  const weighted = (read: (detection: Detection) => number): number =>
    detections.reduce((sum, detection) => sum + read(detection) * detection.score, 0) / total
  const point = (read: (detection: Detection) => Point | undefined): Point => ({
    x: weighted((detection) => read(detection)?.x ?? 0),
    y: weighted((detection) => read(detection)?.y ?? 0),
  })
  return {
    centre: point(({ centre }) => centre),
    side: weighted(({ side }) => side),
    points: (detections[0]?.points ?? []).map((_, index) => point(({ points }) => points[index])),
    score,
  }
}

/** Intersection over union of the two upright squares; a face inside a larger one of the same place counts as it. */
export function boxOverlap(first: Detection, second: Detection): number {
  const along = (a: number, b: number): number =>
    Math.max(0, Math.min(a + first.side / 2, b + second.side / 2) - Math.max(a - first.side / 2, b - second.side / 2))
  const shared = along(first.centre.x, second.centre.x) * along(first.centre.y, second.centre.y)
  return shared / (first.side ** 2 + second.side ** 2 - shared)
}
