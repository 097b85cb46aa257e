import type { Colours } from '../detail/raster.ts'
import { fromLinear, toLinear } from './linear-light.ts'

/**
 * Mixes what was made with the photo over the region's surroundings, in linear light and two bands: what is coarse changes
 * over the whole of the mask's rise, what is fine in the middle third of it, where two textures would else show as one
 * through the other.
 *
 * @param mask 0..1; where it is 0 the result is meaningless and the photo's own values are to be used
 */
export function blendSeam(photo: Colours, made: Colours, mask: Float32Array): Colours {
  const { width, height } = photo
  const data = new Float32Array(width * height * 3)
  const radius = Math.max(2, Math.round(Math.max(width, height) / 200))
  const coarsePhoto = blurredWhere(photo, mask, radius)
  const coarseMade = blurredWhere(made, mask, radius)
  for (let pixel = 0; pixel < mask.length; pixel++) {
    const share = mask[pixel] ?? 0
    if (share <= 0) continue
    const sharp = Math.min(Math.max((share - 0.5) * 3 + 0.5, 0), 1)
    for (let channel = 0; channel < 3; channel++) {
      const at = pixel * 3 + channel
      if (share >= 1) {
        data[at] = made.data[at] ?? 0
        continue
      }
      const photoCoarse = coarsePhoto[at] ?? 0
      const madeCoarse = coarseMade[at] ?? 0
      const coarse = fromLinear(toLinear(photoCoarse) * (1 - share) + toLinear(madeCoarse) * share)
      const fine = ((photo.data[at] ?? 0) - photoCoarse) * (1 - sharp) + ((made.data[at] ?? 0) - madeCoarse) * sharp
      data[at] = coarse + fine
    }
  }
  return { width, height, data }
}

/** Box means over the window; only pixels whose mask is strictly between 0 and 1 will be asked for. */
function blurredWhere({ width, height, data }: Colours, mask: Float32Array, radius: number): Float32Array {
  const sums = new Float64Array((width + 1) * 3)
  const result = new Float32Array(width * height * 3)
  const columnSums = new Float64Array(width * 3)
  let first = 0
  let last = -1
  for (let y = 0; y < height; y++) {
    for (; last < Math.min(height - 1, y + radius); last++)
      for (let at = 0; at < width * 3; at++)
        columnSums[at] = (columnSums[at] ?? 0) + (data[(last + 1) * width * 3 + at] ?? 0)
    for (; first < y - radius; first++)
      for (let at = 0; at < width * 3; at++)
        columnSums[at] = (columnSums[at] ?? 0) - (data[first * width * 3 + at] ?? 0)
    const rows = last - first + 1
    for (let at = 0; at < width * 3; at++) sums[at + 3] = (sums[at] ?? 0) + (columnSums[at] ?? 0)
    for (let x = 0; x < width; x++) {
      const share = mask[y * width + x] ?? 0
      if (share <= 0 || share >= 1) continue
      const left = Math.max(0, x - radius)
      const right = Math.min(width - 1, x + radius)
      for (let channel = 0; channel < 3; channel++)
        result[(y * width + x) * 3 + channel] =
          ((sums[(right + 1) * 3 + channel] ?? 0) - (sums[left * 3 + channel] ?? 0)) / ((right - left + 1) * rows)
    }
  }
  return result
}
