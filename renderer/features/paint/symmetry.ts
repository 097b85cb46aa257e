import type { SpanSink } from '../raster/shapes/span.ts'
import type { SymmetryMode } from '../tools/tool-settings.ts'

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
