import type { SpanSink } from './shapes/span.ts'

/** Hands a mask (non-zero = inside) over as spans. */
export function maskSpans(mask: Uint8Array, width: number, sink: SpanSink): void {
  const height = mask.length / width
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    let x = 0
    while (x < width) {
      while (x < width && mask[row + x] === 0) x += 1
      const start = x
      while (x < width && mask[row + x] !== 0) x += 1
      if (x > start) sink(y, start, x)
    }
  }
}
