/** Nearest integer, halves to the even one: how OpenCV's `cvRound` uses the processor (`Math.round` sends halves up). */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const fraction = value - floor
  if (fraction !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
