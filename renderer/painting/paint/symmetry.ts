import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { SpanSink } from '../../model/raster/shapes/span.ts'

/** The lines through the middle of the document at which strokes are mirrored. */
export type SymmetryMode = 'none' | 'vertical' | 'horizontal' | 'both'

/**
 * Draws every span and its mirror image across the middle of the picture.
 *
 * @param across Draws on the other side, where left and right classes change places: a left brow becomes a right one.
 */
export function mirroredSink(
  sink: SpanSink,
  mode: SymmetryMode,
  { width, height }: ImageSize,
  across: SpanSink = sink,
): SpanSink {
  if (mode === 'none') return sink
  const mirrorsAcross = mode === 'vertical' || mode === 'both'
  const down = mode === 'horizontal' || mode === 'both'
  return (y, x0, x1) => {
    sink(y, x0, x1)
    if (mirrorsAcross) across(y, width - x1, width - x0)
    if (down) sink(height - 1 - y, x0, x1)
    if (mirrorsAcross && down) across(height - 1 - y, width - x1, width - x0)
  }
}
