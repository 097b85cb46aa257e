import { counterHash } from './counter-hash.ts'
import { normalQuantile } from './normal-quantile.ts'

const TWO_POW_26 = 2 ** 26
const TWO_POW_52 = 2 ** 52

/**
 * Standard normal values for a pack's `noise` input. The ADE20k checkpoint trained with noise_for_mask takes them, times 0.01
 * (its graph multiplies), in place of the exemplar's labels: [1, 151, 64, 64].
 *
 * Value i is the normal quantile of (52 bits from words 2i and 2i + 1 of the counter hash, plus a half) / 2^52, in float64 with basic
 * arithmetic only, then rounded to float32: the same seed gives the same bits on every machine, engine and language.
 *
 * @param seed 0 .. 2^32 − 1
 */
export function standardNormal(length: number, seed: number): Float32Array {
  const word = counterHash(seed)
  const values = new Float32Array(length)
  for (let index = 0; index < length; index++) {
    const high = word(2 * index) >>> 6
    const low = word(2 * index + 1) >>> 6
    values[index] = normalQuantile((high * TWO_POW_26 + low + 0.5) / TWO_POW_52)
  }
  return values
}
