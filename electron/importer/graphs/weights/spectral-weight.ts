import { elementsOf, type TensorSource, type Weight } from './weight.ts'

/**
 * A spectrally normalised weight, folded: weight_orig / σ with σ = uᵀ W v and u, v as stored (torch in evaluation mode
 * does no power iteration). σ is summed in float64.
 */
export function spectralWeight(source: TensorSource, stem: string, shape: readonly number[]): Weight {
  return {
    shape,
    async read() {
      const original = await source.read(`${stem}.weight_orig`)
      const left = await source.read(`${stem}.weight_u`)
      const right = await source.read(`${stem}.weight_v`)
      if (original.length !== elementsOf(shape)) throw new RangeError(`${stem}.weight_orig has another size`)
      const sigma = bilinearForm(original, left, right)
      return original.map((value) => value / sigma)
    },
  }
}

/** uᵀ W v for W row-major [u.length, v.length]. */
function bilinearForm(matrix: Float32Array, left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let row = 0; row < left.length; row++) {
    const start = row * right.length
    let product = 0
    for (let column = 0; column < right.length; column++)
      product += (matrix[start + column] ?? 0) * (right[column] ?? 0)
    sum += (left[row] ?? 0) * product
  }
  return sum
}
