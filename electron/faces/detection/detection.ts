import type { Point } from '../geometry/point.ts'

/** A face as the detector saw it, in pixels of the photo. */
export interface Detection {
  /** Centre of the face's box. */
  readonly centre: Point
  /** Longer side of the face's box, from the brows to the chin and from cheek to cheek. */
  readonly side: number
  /** Right eye, left eye (the person's), nose tip, mouth, right ear, left ear. */
  readonly points: readonly Point[]
  /** 0..1. */
  readonly score: number
}
