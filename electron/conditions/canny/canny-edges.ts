import type { BytePlane } from '../dense-channels.ts'
import { gaussianSmoothing } from './gaussian-smoothing.ts'
import { hysteresis } from './hysteresis.ts'
import { nonMaximumSuppression } from './non-maximum-suppression.ts'
import { sobelGradient } from './sobel-gradient.ts'

/** scikit-image's default of 10 % of the range. Single precision, because its compiled code takes the threshold as a C float. */
const LOW_THRESHOLD = Math.fround(0.1)
/** 20 % of the range; this one is compared in double precision there. */
const HIGH_THRESHOLD = 0.2

const DEFAULT_THRESHOLDS: CannyThresholds = { low: LOW_THRESHOLD, high: HIGH_THRESHOLD }

/** Strengths of the gradient in shares of the range, 0..1. */
interface CannyThresholds {
  /** Weaker places are no edge. */
  readonly low: number
  /** An edge reaches this somewhere. */
  readonly high: number
}

/** Reciprocal first, then a product: the quotient differs in the last bit, and the reference multiplies. */
const UNIT_PER_LEVEL = 1 / 255

/**
 * Canny edges of a grey image, bit for bit those of `skimage.feature.canny(image)` with its defaults (sigma 1, thresholds 0.1
 * and 0.2 of the range unless others are given, constant border). Smoothing near the border is divided by the share of the Gaussian inside the image.
 * Source: J. Canny, "A computational approach to edge detection", PAMI 1986, as read by scikit-image 0.26.
 *
 * @param image 0..255
 * @returns width × height bytes, 1 on edges; the outermost pixels are never edges
 */
export function cannyEdges(image: BytePlane, { low, high } = DEFAULT_THRESHOLDS): Uint8Array {
  const { width, height } = image
  const area = width * height
  const unit = new Float64Array(area)
  for (let pixel = 0; pixel < area; pixel++) unit[pixel] = (image.data[pixel] ?? 0) * UNIT_PER_LEVEL
  const smoothed = gaussianSmoothing(unit, width, height)
  const inside = gaussianSmoothing(new Float64Array(area).fill(1), width, height)
  for (let pixel = 0; pixel < area; pixel++)
    smoothed[pixel] = (smoothed[pixel] ?? 0) / ((inside[pixel] ?? 1) + Number.EPSILON)
  const gradient = sobelGradient(smoothed, width, height)
  const ridges = nonMaximumSuppression(gradient, width, height, low)
  return hysteresis(ridges, width, high)
}
