/**
 * CIE L*a*b* (D65) of sRGB and back, with tables for the two curves. L is 0..100, a and b about −110..110.
 * Values of sRGB are encoded, 0..1.
 */

/** Linear light for each of 4096 steps of an encoded value; between steps it is interpolated. */
const STEPS = 4096
const linearOf = new Float32Array(STEPS + 2)
/** The cube root curve of L*a*b*, over linear light 0..1. */
const curveOf = new Float32Array(STEPS + 2)
/** Encoded value over the square root of linear light, where the curve is nearly straight. */
const encodedOf = new Float32Array(STEPS + 2)
for (let step = 0; step < STEPS + 2; step++) {
  const value = step / STEPS
  linearOf[step] = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const linear = value * value
  curveOf[step] = linear > 216 / 24389 ? Math.cbrt(linear) : (linear * 24389) / 27 / 116 + 16 / 116
  encodedOf[step] = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055
}

function interpolated(table: Float32Array, value: number): number {
  const position = value <= 0 ? 0 : value >= 1 ? STEPS : value * STEPS
  const step = position | 0
  const low = table[step] ?? 0
  return low + ((table[step + 1] ?? 0) - low) * (position - step)
}

/** Writes L, a, b of an encoded colour to `lab[0..2]`. */
export function toLab(red: number, green: number, blue: number, lab: Float32Array): void {
  const r = interpolated(linearOf, red)
  const g = interpolated(linearOf, green)
  const b = interpolated(linearOf, blue)
  const x = interpolated(curveOf, Math.sqrt((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047))
  const y = interpolated(curveOf, Math.sqrt(0.2126729 * r + 0.7151522 * g + 0.072175 * b))
  const z = interpolated(curveOf, Math.sqrt((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883))
  lab[0] = 116 * y - 16
  lab[1] = 500 * (x - y)
  lab[2] = 200 * (y - z)
}

function fromCurve(value: number): number {
  return value > 6 / 29 ? value * value * value : (value - 16 / 116) / 7.787037
}

/** Writes the encoded colour of L, a, b to `rgb[0..2]`, cut to 0..1. */
export function fromLab(lightness: number, a: number, b: number, rgb: Float32Array): void {
  const middle = (lightness + 16) / 116
  const x = fromCurve(middle + a / 500) * 0.95047
  const y = fromCurve(middle)
  const z = fromCurve(middle - b / 200) * 1.08883
  rgb[0] = encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z)
  rgb[1] = encoded(-0.969266 * x + 1.8760108 * y + 0.041556 * z)
  rgb[2] = encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
}

function encoded(linear: number): number {
  return linear <= 0 ? 0 : interpolated(encodedOf, Math.sqrt(linear))
}
