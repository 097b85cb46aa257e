import type { BytePlane } from '../dense-channels.ts'
import { EYEGLASSES_ID, SKIN_ID } from './face-classes.ts'

export interface SplitParsing {
  readonly labels: BytePlane
  /** 255 on glass, 0 elsewhere. */
  readonly eyeglasses: BytePlane
}

/**
 * Takes the eyeglasses out of a merged CelebAMask-HQ map, as the `celebahq` condition wants them apart.
 * A merged map has lost what the glasses cover; skin is what most of that area is.
 */
export function splitEyeglasses(labels: BytePlane): SplitParsing {
  const { width, height } = labels
  const eyeglasses = labels.data.map((id) => (id === EYEGLASSES_ID ? 255 : 0))
  const uncovered = labels.data.map((id) => (id === EYEGLASSES_ID ? SKIN_ID : id))
  return { labels: { width, height, data: uncovered }, eyeglasses: { width, height, data: eyeglasses } }
}
