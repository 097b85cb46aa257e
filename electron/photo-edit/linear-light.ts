/**
 * Colours are mixed as light is, not as it is coded: IEC 61966-2-1's curve with its exponent of 2.4 and linear foot. Other
 * profiles' curves differ little from it where two colours are mixed, which is all it is used for.
 */
export function toLinear(value: number): number {
  const share = Math.min(Math.max(value / 255, 0), 1)
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** The inverse of `toLinear`, in 8-bit steps. */
export function fromLinear(light: number): number {
  return 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)
}
