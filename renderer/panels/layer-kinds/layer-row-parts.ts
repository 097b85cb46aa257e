import type { ReactElement } from 'react'

/** What a kind of layer puts into its row of the layers panel. */
export interface LayerRowParts<OwnLayer> {
  /** A small picture of what the layer holds; undefined = the icon of its kind. */
  readonly preview: ((layer: OwnLayer, className: string | undefined) => ReactElement) | undefined
  /** A control between its name and its lock. */
  readonly control: ((layer: OwnLayer) => ReactElement) | undefined
}
