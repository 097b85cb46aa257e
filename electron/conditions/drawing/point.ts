/** A pixel position, whole numbers; it may lie outside the picture. */
export interface Point {
  readonly x: number
  readonly y: number
}
