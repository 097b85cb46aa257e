/** 0 up to the first bound, 1 from the second, and a smooth way between them. */
export function smoothStep(value: number, [low, high]: readonly [number, number]): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return share * share * (3 - 2 * share)
}
