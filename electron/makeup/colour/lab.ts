/**
 * CIE L*a*b* (D65) of sRGB and back, with tables for the two curves. L is 0..100, a and b about −110..110.
 * Values of sRGB are encoded, 0..1.
 */

/** Linear light for each of 4096 steps of an encoded value; between steps all tables are interpolated. */
const LINEAR_STEPS = 4096
const linearOf = table(LINEAR_STEPS, linear)
/** The cube root curve of L*a*b* over linear light. It is straight where it would be steepest, so that equal steps are fine enough. */
const CURVE_STEPS = 8192
const curveOf = table(CURVE_STEPS, (light) =>
  light > 216 / 24389 ? Math.cbrt(light) : (light * 24389) / 27 / 116 + 16 / 116,
)
/** Encoded value over linear light: straight in its steepest part as well. */
const ENCODED_STEPS = 16_384
const encodedOf = table(ENCODED_STEPS, (light) =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055,
)

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const levels = new Map<number, Float32Array>()

/** Linear light of every level of a photo's values. @param maximum 255 or 65535 */
export function linearLevels(maximum: number): Float32Array {
  const known = levels.get(maximum) ?? table(maximum, linear)
  levels.set(maximum, known)
  return known
}

/** Two values more than steps, so that the last one can be interpolated too. */
function table(steps: number, of: (value: number) => number): Float32Array {
  return Float32Array.from({ length: steps + 2 }, (_, step) => of(step / steps))
}

/** @param position 0..steps of the table */
function interpolated(values: Float32Array, position: number): number {
  const step = position | 0
  const low = values[step] ?? 0
  return low + ((values[step + 1] ?? 0) - low) * (position - step)
}

function curve(light: number): number {
  return interpolated(curveOf, light >= 1 ? CURVE_STEPS : light * CURVE_STEPS)
}

/** Writes L, a, b of an encoded colour to `lab[0..2]`. */
export function toLab(red: number, green: number, blue: number, lab: Float32Array): void {
  linearToLab(
    interpolated(linearOf, red * LINEAR_STEPS),
    interpolated(linearOf, green * LINEAR_STEPS),
    interpolated(linearOf, blue * LINEAR_STEPS),
    lab,
  )
}

/** The same for linear light. */
export function linearToLab(r: number, g: number, b: number, lab: Float32Array): void {
  // The rows of sRGB's matrix, each divided by the white's value.
  const x = curve(0.4339499 * r + 0.3762098 * g + 0.1898403 * b)
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = curve(0.0177566 * r + 0.109468 * g + 0.8727755 * b)
  lab[0] = 116 * y - 16
  lab[1] = 500 * (x - y)
  lab[2] = 200 * (y - z)
}

function fromCurve(value: number): number {
  return value > 6 / 29 ? value * value * value : (value - 16 / 116) / 7.787037
}

/** Writes the encoded colour of `lab[0..2]` to `rgb[0..2]`, cut to 0..1. */
export function fromLab(lab: Float32Array, rgb: Float32Array): void {
  linearFromLab(lab, rgb)
  for (let channel = 0; channel < 3; channel++) rgb[channel] = encoded(rgb[channel] ?? 0)
}

/** The same in linear light, not cut. */
export function linearFromLab(lab: Float32Array, rgb: Float32Array): void {
  const middle = ((lab[0] ?? 0) + 16) / 116
  const x = fromCurve(middle + (lab[1] ?? 0) / 500) * 0.95047
  const y = fromCurve(middle)
  const z = fromCurve(middle - (lab[2] ?? 0) / 200) * 1.08883
  rgb[0] = 3.2404542 * x - 1.5371385 * y - 0.4985314 * z
  rgb[1] = -0.969266 * x + 1.8760108 * y + 0.041556 * z
  rgb[2] = 0.0556434 * x - 0.2040259 * y + 1.0572252 * z
}

function encoded(linear: number): number {
  return linear <= 0 ? 0 : linear >= 1 ? 1 : interpolated(encodedOf, linear * ENCODED_STEPS)
}
