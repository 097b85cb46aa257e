import { blur, COARSE } from './blur.ts'
import { doublePlane } from './double-plane.ts'
import { halvePlane } from './halve-plane.ts'

/**
 * Gaussian blur of what a mask holds, without anything from outside it (normalised convolution, Knutsson 1993). Farther
 * outside than the blur reaches, wider blurs continue the values, so that there is one everywhere. What depends on the mask
 * alone is made once for all planes that are blurred with it.
 */
export interface MaskedBlur {
  /** How much of the mask lies around a place, 0..1. */
  readonly weight: Float32Array
  /** The blur of one plane. */
  readonly of: (plane: Float32Array) => Float32Array
}

/** @param sigma in pixels of the square planes, which are `side` wide */
export function maskedBlur(mask: Float32Array, side: number, sigma: number): MaskedBlur {
  const half = side / 2
  if (sigma >= COARSE && side % 2 === 0) {
    // As blur() itself does it: nothing finer is left, so that half the resolution shows no difference.
    const smallMask = halvePlane(mask, side)
    const small = maskedBlur(smallMask, half, halvedSigma(sigma))
    return {
      weight: doublePlane(small.weight, half),
      of: (plane) => doublePlane(small.of(maskedHalf(plane, mask, smallMask, side)), half),
    }
  }
  const sigmas = [sigma, sigma * 3, sigma * 9].filter((width, index) => index === 0 || width < side / 3)
  const weights = sigmas.map((width) => blur(mask, side, width))
  const share = new Float32Array(mask.length)
  for (let index = 0; index < share.length; index++) {
    let [total, trust] = [FAINTEST, 1]
    for (const weight of weights) {
      total += trust * (weight[index] ?? 0)
      trust *= WIDER
    }
    share[index] = 1 / total
  }
  const of = (plane: Float32Array): Float32Array => {
    const product = new Float32Array(plane.length)
    for (let index = 0; index < plane.length; index++) product[index] = (plane[index] ?? 0) * (mask[index] ?? 0)
    const faint = FAINTEST * meanInside(product, mask)
    const [result = product, ...wider] = sigmas.map((width) => blur(product, side, width))
    let trust = WIDER
    for (const sum of wider) {
      for (let index = 0; index < result.length; index++)
        result[index] = (result[index] ?? 0) + trust * (sum[index] ?? 0)
      trust *= WIDER
    }
    for (let index = 0; index < result.length; index++)
      result[index] = ((result[index] ?? 0) + faint) * (share[index] ?? 0)
    return result
  }
  return { weight: weights[0] ?? mask, of }
}

/** Halving and doubling blur a little themselves: their variance is 1/4 + 3/16 of a coarse pixel's square. */
function halvedSigma(sigma: number): number {
  return Math.sqrt((sigma / 2) ** 2 - 0.11)
}

/**
 * A plane at half its side, each value the mean of what a mask holds of 2 × 2; 0 where it holds nothing.
 * @param halved the mask at half its side
 */
export function maskedHalf(plane: Float32Array, mask: Float32Array, halved: Float32Array, side: number): Float32Array {
  const half = side >> 1
  const result = new Float32Array(half * half)
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++) {
      const to = y * half + x
      const weight = halved[to] ?? 0
      if (weight <= 0) continue
      const at = y * 2 * side + x * 2
      const sum =
        (plane[at] ?? 0) * (mask[at] ?? 0) +
        (plane[at + 1] ?? 0) * (mask[at + 1] ?? 0) +
        (plane[at + side] ?? 0) * (mask[at + side] ?? 0) +
        (plane[at + side + 1] ?? 0) * (mask[at + side + 1] ?? 0)
      result[to] = sum / (4 * weight)
    }
  return result
}

/** A wider blur counts this much against the next narrower one: nothing where that one has something to say. */
const WIDER = 0.01
/** Weight of the mask's mean, which fills what even the widest blur does not reach. */
const FAINTEST = 1e-9

function meanInside(product: Float32Array, mask: Float32Array): number {
  let [sum, total] = [0, FAINTEST]
  for (let index = 0; index < product.length; index++) {
    sum += product[index] ?? 0
    total += mask[index] ?? 0
  }
  return sum / total
}
