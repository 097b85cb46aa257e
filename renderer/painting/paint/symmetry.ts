import type { SpanSink } from '../../model/raster/shapes/span.ts'

/** The lines through the middle of the document at which strokes are mirrored. */
export type SymmetryMode = 'none' | 'vertical' | 'horizontal' | 'both'

/** Draws every span also mirrored at the middle of the picture. */
export function mirroredSink(sink: SpanSink, mode: SymmetryMode, width: number, height: number): SpanSink {
  if (mode === 'none') return sink
  const across = mode === 'vertical' || mode === 'both'
  const down = mode === 'horizontal' || mode === 'both'
  return (y, x0, x1) => {
    sink(y, x0, x1)
    if (across) sink(y, width - x1, width - x0)
    if (down) sink(height - 1 - y, x0, x1)
    if (across && down) sink(height - 1 - y, width - x1, width - x0)
  }
}
