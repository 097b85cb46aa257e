import type { Iris } from './iris/read-eyes.ts'
import type { MeshPoints } from './mesh/face-mesh.ts'

/** A face found in a photo; every coordinate is in the photo's pixels. */
export interface Face {
  /** Position among the photo's faces, largest first. */
  readonly index: number
  readonly points: MeshPoints
  readonly depth: Float32Array
  /** Longer side of the box around the face. */
  readonly side: number
  /** Probability that this is a face, 0..1. */
  readonly certainty: number
  readonly rightIris: Iris
  readonly leftIris: Iris
}
