import type { Layer as PsdLayer } from 'ag-psd'

import type { Stroke } from '../../model/lines/stroke.ts'
import type { LayerBase } from '../../model/document/layer-kinds/layer-base.ts'

/** How a kind of layer lies in files. Pixels of layers that paint labels are stored beside the tree, whatever the kind. */
export interface LayerFile<OwnLayer> {
  /** The first version of `document.json` that can hold the kind: older programs call a file with it newer. */
  readonly sinceVersion: number
  /** The layer as `document.json` keeps it. */
  readonly stored: (layer: OwnLayer) => OwnLayer
  /** Whether its picture is embedded: what the user brought is, what is made anew from the document is not. */
  readonly embedsPicture: boolean
  /** What of it goes into a Photoshop file; undefined = nothing. */
  readonly psd: (layer: OwnLayer & LayerBase, parts: PsdParts) => PsdContent | undefined
}

export type PsdContent = Pick<PsdLayer, 'imageData' | 'children' | 'opened'>

/** What a Photoshop file can be filled with, at the size of the document. */
export interface PsdParts {
  /** What is painted on a layer, in the colours of its classes. */
  readonly labels: (layerId: string) => PsdContent | undefined
  /** A picture of the picture store. */
  readonly picture: (pictureId: string | null) => PsdContent | undefined
  /** Lines in the colours of their parts, on nothing. */
  readonly lines: (strokes: readonly Stroke[]) => PsdContent
  /** Other layers of the document, top first. */
  readonly layers: (ids: readonly string[]) => PsdContent
}
