import { classLight, type ClassLight } from './class-light.ts'
import { bilinear } from './light-cells.ts'
import type { Colours, Labels } from './raster.ts'

/** How closely the light of each class follows the picture, 0..1; classes that are not named have 0. */
export type Closeness = ReadonlyMap<number, number>

/** Sides of cells of light in pixels of the picture that it belongs to. */
export interface LightCells {
  /** Of classes with closeness 0: shapes smaller than this come from what is copied. */
  readonly wide: number
  /** Of classes with closeness 1: only what is smaller than this is copied. */
  readonly close: number
}

/**
 * Light that follows a picture more or less closely, class by class. Where there is much to copy from, light is wide and
 * whole shapes are copied; where there is little, light is close, so that shapes stay the picture's own and copies, which
 * repeat then, are no more than grain.
 */
export function closeLight(
  colours: Colours,
  labels: Labels,
  size: { readonly width: number; readonly height: number },
  { wide, close }: LightCells,
  closeness: Closeness,
): ClassLight {
  const wideLight = classLight(colours, labels, size, wide)
  const closeUp = classLight(colours, labels, size, close)
  const cells = new Map<number, Float32Array>()
  for (const [label, own] of closeUp.cells) {
    const from = wideLight.cells.get(label)
    const share = closeness.get(label) ?? 0
    if (from === undefined || share >= 1) cells.set(label, own)
    else cells.set(label, mixed(own, closeUp, from, wideLight, share))
  }
  return { ...closeUp, cells }
}

function mixed(
  own: Float32Array,
  { columns, rows, scaleX, scaleY }: ClassLight,
  from: Float32Array,
  wide: ClassLight,
  share: number,
): Float32Array {
  const result = new Float32Array(own.length)
  for (let y = 0, at = 0; y < rows; y++) {
    const row = ((y + 0.5) * wide.scaleY) / scaleY
    for (let x = 0; x < columns; x++) {
      const column = ((x + 0.5) * wide.scaleX) / scaleX
      for (let channel = 0; channel < 3; channel++, at++)
        result[at] =
          share * (own[at] ?? 0) + (1 - share) * bilinear(from, wide.columns, wide.rows, column, row, channel)
    }
  }
  return result
}
