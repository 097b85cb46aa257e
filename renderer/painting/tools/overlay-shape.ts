import type { Point } from '../../model/raster/geometry.ts'
import type { Box } from '../../model/raster/shapes/box.ts'

/** What a tool draws over the document while it works, in document pixels; never part of the picture. */
export type OverlayShape =
  | { readonly kind: 'path'; readonly points: readonly Point[]; readonly closed: boolean; readonly corners: boolean }
  | { readonly kind: 'rectangle'; readonly box: Box }
  | { readonly kind: 'ellipse'; readonly box: Box }
  /** 1 where the highlight lies; of the document's size. */
  | { readonly kind: 'mask'; readonly width: number; readonly height: number; readonly mask: Uint8Array }
  /** Corners clockwise from the top left, and the knob that rotates. */
  | { readonly kind: 'transform'; readonly corners: readonly Point[]; readonly knob: Point }
