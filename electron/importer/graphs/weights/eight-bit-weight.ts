import { elementsOf, type Weight } from './weight.ts'

/**
 * Levels −63..63. One bit is left unused, because processors without VNNI add two products in 16 bits, where 255 · 127 · 2 would
 * not fit: so the result is the same on all of them.
 */
const LARGEST_LEVEL = 63

/** Filters [O,C,k,k] in eight bits, each filter by a scale of its own. */
export interface EightBitWeight {
  /** int8 [k·k·C, O]: all channels of the first position, then those of the next. */
  readonly levels: { readonly shape: readonly number[]; readonly read: () => Promise<Int8Array> }
  /** float32 [O]: level · scale is the weight. */
  readonly scales: Weight
}

/** Rounds filters to eight bits when they are written; the weight is read once for the levels and once for the scales. */
export function eightBitWeight(filters: Weight): EightBitWeight {
  const [outputs = 0, channels = 0, ...kernel] = filters.shape
  const taps = elementsOf(kernel)
  const size = channels * taps
  const scalesOf = (values: Float32Array): Float32Array =>
    Float32Array.from({ length: outputs }, (_, output) => {
      const largest = values
        .subarray(output * size, (output + 1) * size)
        .reduce((most, value) => Math.max(most, Math.abs(value)), 0)
      // A filter of zeros has levels of zero, whatever its scale.
      return largest === 0 ? 1 : largest / LARGEST_LEVEL
    })
  return {
    levels: {
      shape: [size, outputs],
      async read() {
        const values = await filters.read()
        const scales = scalesOf(values)
        const levels = new Int8Array(values.length)
        for (let output = 0; output < outputs; output++) {
          const scale = scales[output] ?? 1
          for (let channel = 0; channel < channels; channel++)
            for (let tap = 0; tap < taps; tap++) {
              const value = values[output * size + channel * taps + tap] ?? 0
              levels[(tap * channels + channel) * outputs + output] = Math.round(value / scale)
            }
        }
        return levels
      },
    },
    scales: { shape: [outputs], read: async () => scalesOf(await filters.read()) },
  }
}
