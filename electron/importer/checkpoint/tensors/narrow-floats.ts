const halves = Float32Array.from({ length: 0x10000 }, (_, bits) => computeHalf(bits))

function computeHalf(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1
  const exponent = (bits >>> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

/** IEEE 754 binary16 bits to a number, exactly (subnormals, infinities and NaN included); looked up, for speed. */
export function halfToFloat(bits: number): number {
  return halves[bits & 0xffff] ?? 0
}

const scratchBits = new Uint32Array(1)
const scratchFloat = new Float32Array(scratchBits.buffer)

/** bfloat16 bits to a number, exactly: they are the upper half of a float32. */
export function brainToFloat(bits: number): number {
  scratchBits[0] = bits << 16
  return scratchFloat[0] ?? 0
}
