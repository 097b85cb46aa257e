/**
 * Weights of `scipy.ndimage`'s Gaussian of sigma 1 cut at 4 sigma, from 4 pixels away to the centre. Written out, because `exp`
 * differs in the last bit between machines and a tie in the edge thinning would then fall another way.
 */
const WEIGHTS = [
  0.00013383062461474175, 0.0044318616200312655, 0.05399112742070441, 0.24197144565660073, 0.39894346935609776,
] as const
const RADIUS = WEIGHTS.length - 1
const [WEIGHT_4, WEIGHT_3, WEIGHT_2, WEIGHT_1, WEIGHT_0] = WEIGHTS

/**
 * One pass along lines of `count` samples that lie `step` apart; lines start `lineStep` apart. Samples beyond the ends count as 0.
 * Sums in scipy's order (centre, then pairs from the outside in), since float64 sums depend on it.
 */
function smoothLines(source: Float64Array, lines: number, lineStep: number, count: number, step: number): Float64Array {
  const target = new Float64Array(source.length)
  const padded = new Float64Array(count + 2 * RADIUS)
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep
    for (let index = 0; index < count; index++) padded[index + RADIUS] = source[start + index * step] ?? 0
    for (let index = 0; index < count; index++) {
      let sum = (padded[index + 4] ?? 0) * WEIGHT_0
      sum += ((padded[index] ?? 0) + (padded[index + 8] ?? 0)) * WEIGHT_4
      sum += ((padded[index + 1] ?? 0) + (padded[index + 7] ?? 0)) * WEIGHT_3
      sum += ((padded[index + 2] ?? 0) + (padded[index + 6] ?? 0)) * WEIGHT_2
      sum += ((padded[index + 3] ?? 0) + (padded[index + 5] ?? 0)) * WEIGHT_1
      target[start + index * step] = sum
    }
  }
  return target
}

/**
 * Gaussian smoothing, sigma 1, zero beyond the border: rows first mixed vertically, then horizontally, as
 * `scipy.ndimage.gaussian_filter(mode="constant", cval=0, truncate=4)` does it, to the last bit.
 *
 * @param source width × height values
 */
export function gaussianSmoothing(source: Float64Array, width: number, height: number): Float64Array {
  const vertical = smoothLines(source, width, 1, height, width)
  return smoothLines(vertical, height, width, width, 1)
}
