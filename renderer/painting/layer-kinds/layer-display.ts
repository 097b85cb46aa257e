import type { Point } from '../../model/raster/geometry.ts'
import type { DisplayItem } from './display-item.ts'

/** How a kind of layer is drawn on the canvas, and what can be dragged there. */
export interface LayerDisplay<OwnLayer> {
  /** What the stage draws of a visible layer; undefined = nothing of its own. */
  readonly item: (layer: OwnLayer, opacity: number) => DisplayItem | undefined
  /**
   * The points of the active layer that the move tool drags; undefined = it has none, and the tool moves pixels
   * instead.
   */
  readonly handles: LayerHandles<OwnLayer> | undefined
}

export interface LayerHandles<OwnLayer> {
  /** In document pixels; null = the point has no place now. */
  readonly points: (layer: OwnLayer) => readonly (Point | null)[]
  /** The layer after the point of this index was dragged to a place. */
  readonly moved: (layer: OwnLayer, index: number, to: Point) => OwnLayer
}
