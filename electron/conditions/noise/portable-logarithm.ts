const LN_2 = 0.6931471805599453
const SQRT_HALF = 0.7071067811865476
/** Terms of the artanh series; with |s| ≤ 0.1716 the next one is below 1e-19. */
const SERIES_TERMS = 12

/**
 * Natural logarithm for 0 < value ≤ 1, by + − × ÷ alone, so that every machine and language gives the same bits. `Math.log` may
 * differ in the last bit between engines. ln x = 2 artanh((x − 1)/(x + 1)) after taking out powers of two.
 */
export function portableLogarithm(value: number): number {
  let mantissa = value
  let exponent = 0
  while (mantissa < SQRT_HALF) {
    mantissa *= 2
    exponent -= 1
  }
  const s = (mantissa - 1) / (mantissa + 1)
  const square = s * s
  let series = 0
  for (let term = SERIES_TERMS; term >= 0; term--) series = series * square + 1 / (2 * term + 1)
  return exponent * LN_2 + 2 * s * series
}
