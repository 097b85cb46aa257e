const LN_2 = 0.6931471805599453
const SQRT_HALF = 0.7071067811865476
/** 1/25 … 1/3, 1: the artanh series backwards; with |s| ≤ 0.1716 its next term is below 1e-21. */
const SERIES = [25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1].map((divisor) => 1 / divisor)

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
  for (const coefficient of SERIES) series = series * square + coefficient
  return exponent * LN_2 + 2 * s * series
}
