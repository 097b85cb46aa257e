import type { Layer as PsdLayer } from 'ag-psd'

import type { Stroke } from '../../model/lines/stroke.ts'
import type { LayerBase } from '../../model/document/layer-kinds/layer-base.ts'

/**
 * How a kind of layer is stored in files. The pixels of layers that paint labels are stored beside the tree, whatever
 * the kind.
 */
export interface LayerFile<OwnLayer> {
  /**
   * The first version of `document.json` that can hold the kind; programs that know only earlier versions call such a
   * file newer.
   */
  readonly sinceVersion: number
  /** The layer as it is stored in `document.json`. */
  readonly stored: (layer: OwnLayer) => OwnLayer
  /**
   * Whether its picture is embedded: one that the user brought is, one that can be made again from the document is not.
   */
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
  /** Lines in the colours of their parts, on a transparent ground. */
  readonly lines: (strokes: readonly Stroke[]) => PsdContent
  /** Other layers of the document, top first. */
  readonly layers: (ids: readonly string[]) => PsdContent
}
