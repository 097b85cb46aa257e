/** Receives columns x0 .. x1 − 1 of row y; may lie outside the picture. Every shape is handed over as such spans. */
export type SpanSink = (y: number, x0: number, x1: number) => void

/** Hands on the pixels whose centres lie between two edges. */
export function emitBetween(sink: SpanSink, y: number, left: number, right: number): void {
  const x0 = Math.ceil(left - 0.5)
  const x1 = Math.floor(right - 0.5) + 1
  if (x1 > x0) sink(y, x0, x1)
}
