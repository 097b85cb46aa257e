import type { ImageSize } from '../contract/image-size.ts'

/**
 * The size of a picture reduced so that its longer side has at most `longestSide` pixels, keeping
 * the aspect; small pictures are not enlarged. Sides are rounded and at least 1.
 */
export function fitLongestSide(size: ImageSize, longestSide: number): ImageSize {
  const scale = Math.min(1, longestSide / Math.max(size.width, size.height))
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  }
}
