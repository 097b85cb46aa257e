const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/**
 * IEEE 754 binary16 bits of float32 values, rounded to nearest even. Values beyond ±65504 become the largest finite
 * half, because an infinite weight would turn every picture into nothing.
 */
export function halfFloatBits(values: Float32Array): Uint16Array {
  const halves = new Uint16Array(values.length)
  for (const [index, value] of values.entries()) halves[index] = halfBits(value)
  return halves
}

function halfBits(value: number): number {
  float[0] = value
  const word = bits[0] ?? 0
  const sign = (word >>> 16) & 0x8000
  const magnitude = word & 0x7fffffff
  if (magnitude > 0x7f800000) return sign | 0x7e00
  if (magnitude >= 0x477ff000) return sign | 0x7bff
  // Below the smallest normal half the spacing is 2^-24 throughout.
  if (magnitude < 0x38800000) return sign | roundHalfEven(Math.abs(value) * 2 ** 24)
  const rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1)
  return sign | ((rounded - 0x38000000) >>> 13)
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
