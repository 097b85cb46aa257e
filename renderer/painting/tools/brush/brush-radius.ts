import type { BrushSample } from '../../../model/raster/shapes/capsule.ts'
import type { CanvasPointer, PointerSample } from '../canvas-pointer.ts'

/** The share of the full size that the lightest touch of a pen still paints. */
const LIGHTEST = 0.1

/** A pointer's sample as a disc to paint: a pen's pressure scales the radius, everything else paints the full size. */
export function brushSample(
  sample: PointerSample,
  size: number,
  pointer: CanvasPointer,
  pressureSetsSize: boolean,
): BrushSample {
  const scaled = pressureSetsSize && pointer.pointerType === 'pen'
  const share = scaled ? LIGHTEST + (1 - LIGHTEST) * sample.pressure : 1
  return { x: sample.x, y: sample.y, radius: (size / 2) * share }
}
