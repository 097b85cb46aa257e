import type { LabPlanes } from '../colour/lab-planes.ts'
import { blur } from './blur.ts'

/** What a masked blur gives. */
export interface MaskedBlur {
  readonly planes: LabPlanes
  /** How much of the mask lies around a place, 0..1. */
  readonly weight: Float32Array
}

/**
 * Gaussian blur of what a mask holds, without anything from outside it (normalised convolution, Knutsson 1993). Farther
 * outside than the blur reaches, wider blurs continue the colours, so that there is a value everywhere.
 */
export function maskedBlur(colours: LabPlanes, mask: Float32Array, side: number, sigma: number): MaskedBlur {
  const sigmas = [sigma, sigma * 3, sigma * 9].filter((width, index) => index === 0 || width < side / 3)
  const weights = sigmas.map((width) => blur(mask, side, width))
  const channel = (plane: Float32Array): Float32Array => {
    const product = new Float32Array(plane.length)
    for (let index = 0; index < plane.length; index++) product[index] = (plane[index] ?? 0) * (mask[index] ?? 0)
    const sums = sigmas.map((width) => blur(product, side, width))
    const result = sums[0] ?? product
    const totals = new Float32Array(plane.length)
    const everywhere = meanInside(product, mask)
    let trust = 1
    for (const [level, weight] of weights.entries()) {
      const sum = sums[level] ?? product
      // The narrowest sum is the result's own memory, so it is already in it.
      if (level > 0)
        for (let index = 0; index < result.length; index++)
          result[index] = (result[index] ?? 0) + trust * (sum[index] ?? 0)
      for (let index = 0; index < totals.length; index++)
        totals[index] = (totals[index] ?? 0) + trust * (weight[index] ?? 0)
      trust *= WIDER
    }
    for (let index = 0; index < result.length; index++)
      result[index] = ((result[index] ?? 0) + FAINTEST * everywhere) / ((totals[index] ?? 0) + FAINTEST)
    return result
  }
  return {
    planes: { lightness: channel(colours.lightness), a: channel(colours.a), b: channel(colours.b) },
    weight: weights[0] ?? mask,
  }
}

/** A wider blur counts this much against the next narrower one: nothing where that one has something to say. */
const WIDER = 0.01
/** Weight of the mask's mean colour, which fills what even the widest blur does not reach. */
const FAINTEST = 1e-9

function meanInside(product: Float32Array, mask: Float32Array): number {
  let [sum, total] = [0, FAINTEST]
  for (let index = 0; index < product.length; index++) {
    sum += product[index] ?? 0
    total += mask[index] ?? 0
  }
  return sum / total
}
