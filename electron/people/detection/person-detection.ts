import { distance, type Point } from '../../faces/geometry/point.ts'

/** A person as the detector saw them, in pixels of the photo. */
export interface PersonDetection {
  /** Middle between the hips. */
  readonly hips: Point
  /** A point above the head: its distance from the hips is half of the person's extent, its direction is up. */
  readonly top: Point
  /** 0..1. */
  readonly score: number
}

/** Distance of the hips below which two detections are one person, as a share of the person's extent. */
const SAME_PERSON = 0.15

/** Twice the distance from the hips to the point above the head: the side of a square that holds the whole person. */
export function extentOf({ hips, top }: PersonDetection): number {
  return 2 * distance(hips, top)
}

/** The most certain detection of every person; overlapping people are kept apart as long as their hips are. */
export function strongestOfEach(detections: readonly PersonDetection[]): PersonDetection[] {
  const kept: PersonDetection[] = []
  for (const detection of [...detections].sort((first, second) => second.score - first.score)) {
    const known = kept.some(
      (other) => distance(other.hips, detection.hips) < SAME_PERSON * Math.max(extentOf(other), extentOf(detection)),
    )
    if (!known) kept.push(detection)
  }
  return kept
}
