import { shapeSettings, type ShapeSettings } from '../shape-settings.ts'

export interface MagicSettings extends ShapeSettings {
  readonly magicMode: 'superpixels' | 'similar'
  /** Distance in CIELAB that still counts as the same colour, 0..100. */
  readonly magicTolerance: number
  /** Approximate side of a superpixel, in pixels. */
  readonly superpixelSize: number
}

export const magicSettings: MagicSettings = {
  ...shapeSettings,
  magicMode: 'superpixels',
  magicTolerance: 12,
  superpixelSize: 16,
}
