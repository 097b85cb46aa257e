import type { DenseChannels } from '../dense-channels.ts'
import { counterHash } from './counter-hash.ts'
import { normalQuantile } from './normal-quantile.ts'

/** Standard deviation of the authors' noise. */
const NOISE_SCALE = 0.01
const TWO_POW_26 = 2 ** 26
const TWO_POW_52 = 2 ** 52

/**
 * Gaussian noise × 0.01 that stands for the exemplar's labels in the ADE20k checkpoint trained with noise_for_mask (there
 * [1, 151, 64, 64]). Value i is the normal quantile of (52 bits from words 2i and 2i + 1 of the counter hash, plus a half) / 2^52,
 * in float64 with basic arithmetic only, then rounded to float32: the same seed gives the same bits everywhere.
 *
 * @param seed 0 .. 2^32 − 1
 */
export function exemplarNoise(seed: number, channels: number, height: number, width: number): DenseChannels {
  const word = counterHash(seed)
  const data = new Float32Array(channels * height * width)
  for (let index = 0; index < data.length; index++) {
    const high = word(2 * index) >>> 6
    const low = word(2 * index + 1) >>> 6
    data[index] = NOISE_SCALE * normalQuantile((high * TWO_POW_26 + low + 0.5) / TWO_POW_52)
  }
  return { channels, height, width, data }
}
