import type { Point } from '../../model/raster/geometry.ts'
import type { Box } from '../../model/raster/shapes/box.ts'

/**
 * What a tool draws over the document while it works, in document pixels; never part of the picture. A tool composes what it
 * shows from these shapes in its own folder.
 */
export type OverlayShape =
  | { readonly kind: 'path'; readonly points: readonly Point[]; readonly closed: boolean; readonly corners: boolean }
  | { readonly kind: 'rectangle'; readonly box: Box }
  | { readonly kind: 'ellipse'; readonly box: Box }
  /** 1 where the highlight lies; of the document's size. */
  | { readonly kind: 'highlight'; readonly width: number; readonly height: number; readonly mask: Uint8Array }
  /** Handles to grab, always the same size on the screen. */
  | { readonly kind: 'dots'; readonly points: readonly Point[]; readonly accent: boolean }
  /** Later ones lie above. */
  | { readonly kind: 'several'; readonly shapes: readonly OverlayShape[] }
