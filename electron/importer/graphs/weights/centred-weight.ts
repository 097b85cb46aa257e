import { elementsOf, type Weight } from './weight.ts'

/**
 * Filters [O,…] (or a bias [O]) less their mean over the outputs: a convolution with both gives the plain one's result
 * less its mean over channels. Means are summed in float64.
 */
export function centredWeight(weight: Weight): Weight {
  const [outputs = 1, ...rest] = weight.shape
  const length = elementsOf(rest)
  return {
    shape: weight.shape,
    async read() {
      const values = (await weight.read()).slice()
      const means = new Float64Array(length)
      for (const [index, value] of values.entries())
        means[index % length] = (means[index % length] ?? 0) + value / outputs
      for (const [index, value] of values.entries()) values[index] = value - (means[index % length] ?? 0)
      return values
    },
  }
}
