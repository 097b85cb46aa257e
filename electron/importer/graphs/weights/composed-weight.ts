import { elementsOf, type Weight } from './weight.ts'

/**
 * A 1×1 convolution after another one, as one: outer [O,M,1,1] · inner [M,…] → [O,…]. Also composes with a bias [M].
 * Products are summed in float64, so the fold is at least as exact as running both.
 */
export function composedWeight(outer: Weight, inner: Weight): Weight {
  const [outputs = 0, middle = 0] = outer.shape
  if (inner.shape[0] !== middle)
    throw new RangeError(`cannot compose [${outer.shape.join()}] with [${inner.shape.join()}]`)
  const rest = inner.shape.slice(1)
  const length = elementsOf(rest)
  return {
    shape: [outputs, ...rest],
    async read() {
      const [left, right] = [await outer.read(), await inner.read()]
      const values = new Float32Array(outputs * length)
      const row = new Float64Array(length)
      for (let output = 0; output < outputs; output++) {
        row.fill(0)
        for (let index = 0; index < middle; index++) {
          const factor = left[output * middle + index] ?? 0
          const start = index * length
          for (let place = 0; place < length; place++)
            row[place] = (row[place] ?? 0) + factor * (right[start + place] ?? 0)
        }
        values.set(row, output * length)
      }
      return values
    },
  }
}
