import type { SymmetryMode } from '../paint/symmetry.ts'

/** Every tool by its stable name. */
export const toolIds = [
  'brush',
  'eraser',
  'fill',
  'line',
  'rectangle',
  'ellipse',
  'polygon',
  'lasso',
  'marquee',
  'magic',
  'eyedropper',
  'move',
  'hand',
  'zoom',
] as const
export type ToolId = (typeof toolIds)[number]

/** What the user set for the tools; plain values, so that settings can store them. */
export interface ToolSettings {
  /** Diameters in document pixels. */
  readonly brushSize: number
  readonly eraserSize: number
  readonly pressureSetsSize: boolean
  /** Widest gap in pixels that a fill takes for closed. */
  readonly fillGap: number
  readonly fillContiguous: boolean
  readonly fillAllLayers: boolean
  /** Whether closed shapes paint the class or change the selection. */
  readonly shapeAction: 'paint' | 'select'
  readonly magicMode: 'superpixels' | 'similar'
  /** Distance in CIELAB that still counts as the same colour, 0..100. */
  readonly magicTolerance: number
  /** Side of a superpixel in pixels, about. */
  readonly superpixelSize: number
  /** The mirror's position is the middle of the document. */
  readonly symmetry: SymmetryMode
  /** Tools change only pixels that show this class when the stroke begins; null = all. */
  readonly onlyOverClassId: number | null
}

export const SMALLEST_BRUSH = 1
export const LARGEST_BRUSH = 300

export const initialToolSettings: ToolSettings = {
  brushSize: 32,
  eraserSize: 32,
  pressureSetsSize: true,
  fillGap: 0,
  fillContiguous: true,
  fillAllLayers: true,
  shapeAction: 'paint',
  magicMode: 'superpixels',
  magicTolerance: 12,
  superpixelSize: 16,
  symmetry: 'none',
  onlyOverClassId: null,
}

/** The next diameter when a size key is pressed: one pixel for fine brushes, about an eighth for large ones. */
export function steppedBrushSize(size: number, direction: 1 | -1): number {
  const step = Math.max(1, Math.round(size / 8))
  return Math.min(LARGEST_BRUSH, Math.max(SMALLEST_BRUSH, size + direction * step))
}
