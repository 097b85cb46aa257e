import type { Point } from '../../model/raster/geometry.ts'
import type { DisplayItem } from './display-item.ts'

/** How a kind of layer is seen and grabbed on the canvas. */
export interface LayerDisplay<OwnLayer> {
  /** What the stage draws of a visible layer; undefined = nothing of its own. */
  readonly item: (layer: OwnLayer, opacity: number) => DisplayItem | undefined
  /** The points of the active layer that the move tool drags; undefined = none, the tool then moves pixels. */
  readonly handles: LayerHandles<OwnLayer> | undefined
}

export interface LayerHandles<OwnLayer> {
  /** In document pixels; null = not there now. */
  readonly points: (layer: OwnLayer) => readonly (Point | null)[]
  /** The layer after the point of this index was dragged to a place. */
  readonly moved: (layer: OwnLayer, index: number, to: Point) => OwnLayer
}
