import { blur } from './blur.ts'

/** mask ≈ slope · guide + offset around every place; evaluated with a finer guide, its edges follow the finer picture. */
export interface GuidedLine {
  readonly slope: Float32Array
  readonly offset: Float32Array
}

/**
 * The linear model of a guided filter (He, Sun, Tang 2010; He and Sun 2015 for evaluating it at a higher resolution).
 * @param sigma size of the windows in pixels
 * @param edge differences of the guide that are smaller than this are not edges
 */
export function guidedLine(
  mask: Float32Array,
  guide: Float32Array,
  side: number,
  { sigma, edge }: { readonly sigma: number; readonly edge: number },
): GuidedLine {
  const meanGuide = blur(guide, side, sigma)
  const meanMask = blur(mask, side, sigma)
  const product = new Float32Array(mask.length)
  const square = new Float32Array(mask.length)
  for (let index = 0; index < mask.length; index++) {
    const value = guide[index] ?? 0
    product[index] = value * (mask[index] ?? 0)
    square[index] = value * value
  }
  const meanProduct = blur(product, side, sigma)
  const meanSquare = blur(square, side, sigma)
  const slope = new Float32Array(mask.length)
  const offset = new Float32Array(mask.length)
  for (let index = 0; index < mask.length; index++) {
    const centre = meanGuide[index] ?? 0
    const covariance = (meanProduct[index] ?? 0) - centre * (meanMask[index] ?? 0)
    const variance = Math.max(0, (meanSquare[index] ?? 0) - centre * centre)
    const tilt = covariance / (variance + edge * edge)
    slope[index] = tilt
    offset[index] = (meanMask[index] ?? 0) - tilt * centre
  }
  return { slope: blur(slope, side, sigma), offset: blur(offset, side, sigma) }
}
