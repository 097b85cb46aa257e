import { elementsOf, type Weight } from './weight.ts'

/**
 * onnxruntime's fast convolutions (blocks of channels side by side) take only inputs whose channels are a multiple of
 * this; others go through a slower detour. Channels of zeros do not change a sum.
 */
const CHANNEL_ALIGNMENT = 4

/** The next number of channels that is convolved fast. */
export function alignedChannels(channels: number): number {
  return Math.ceil(channels / CHANNEL_ALIGNMENT) * CHANNEL_ALIGNMENT
}

/** Filters [O,C,…] among zeros: [outputs,inputs,…] with outputs ≥ O and inputs ≥ C. */
export function widenedWeight(weight: Weight, outputs: number, inputs: number): Weight {
  const [rows = 0, columns = 0, ...kernel] = weight.shape
  if (rows > outputs || columns > inputs) throw new RangeError('a weight cannot be widened to fewer channels')
  if (rows === outputs && columns === inputs) return weight
  const taps = elementsOf(kernel)
  return {
    shape: [outputs, inputs, ...kernel],
    async read() {
      const narrow = await weight.read()
      const wide = new Float32Array(outputs * inputs * taps)
      for (let row = 0; row < rows; row++)
        wide.set(narrow.subarray(row * columns * taps, (row + 1) * columns * taps), row * inputs * taps)
      return wide
    },
  }
}
