import { elementsOf, type Weight } from './weight.ts'

const TAPS = 9

/**
 * 3×3 filters [O,C,3,3] as [O,9,C]: for each neighbour, row by row, the factors of all channels. They apply to channels
 * that hold the neighbours one after the other.
 */
export function neighbourhoodWeight(weight: Weight): Weight {
  const [outputs = 0, channels = 0, ...kernel] = weight.shape
  if (elementsOf(kernel) !== TAPS) throw new RangeError(`[${weight.shape.join()}] is no 3×3 filter`)
  return {
    shape: [outputs, TAPS, channels],
    async read() {
      const values = await weight.read()
      const ordered = new Float32Array(values.length)
      const size = channels * TAPS
      for (let start = 0; start < values.length; start += size)
        for (let channel = 0; channel < channels; channel++)
          for (let tap = 0; tap < TAPS; tap++)
            ordered[start + tap * channels + channel] = values[start + channel * TAPS + tap] ?? 0
      return ordered
    },
  }
}

/** The same numbers in another shape. */
export function reshapedWeight(weight: Weight, shape: readonly number[]): Weight {
  if (elementsOf(shape) !== elementsOf(weight.shape))
    throw new RangeError(`cannot reshape [${weight.shape.join()}] to [${shape.join()}]`)
  return { shape, read: weight.read }
}
