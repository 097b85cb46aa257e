import type { ImageSize } from '../../../../electron/contract/image-size.ts'
import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { IconName } from '../../../shared/ui/icon-shapes.ts'
import type { DocumentTransform } from '../document-transform.ts'
import type { Stroke } from '../../lines/stroke.ts'
import type { LayerBase } from './layer-base.ts'

/** A field that only some kinds have, read and replaced without anyone asking for the kind. */
export interface LayerField<OwnLayer, Value> {
  readonly of: (layer: OwnLayer) => Value
  readonly with: (layer: OwnLayer, value: Value) => OwnLayer
}

/**
 * What the document must know about a kind of layer. Every kind answers every question, so that the compiler names what
 * a new one lacks. How a kind is drawn, stored and listed is said by its facets in the ranks above: `layer-kinds` of
 * painting, files and panels.
 */
export interface LayerKind<OwnLayer> {
  readonly icon: IconName
  /** Name of the kind, and of a new layer of it. */
  readonly title: PlainMessageKey
  /** The command that adds one above the active layer; undefined where layers of the kind come in other ways. */
  readonly addCommand: { readonly id: string; readonly title: PlainMessageKey } | undefined
  /** A new layer in a document of this size. */
  readonly fresh: (base: LayerBase, document: ImageSize) => OwnLayer
  /**
   * Whether a new layer becomes the active one. A picture does not, because the user goes on painting labels over it.
   */
  readonly becomesActive: boolean
  /** Whether it is painted on: its pixels then live in the raster store under its id. */
  readonly hasRaster: boolean
  /** Whether the pixels painted on it are class ids of the layout. */
  readonly paintsLabels: boolean
  /** Whether tools that follow a photo use the picture of such a layer. */
  readonly isReference: boolean
  /** Ids of the layers inside it, top first. */
  readonly children: LayerField<OwnLayer, readonly string[]> | undefined
  /** Id in the picture store of the picture that it shows; null = none, or the live one. */
  readonly pictureId: LayerField<OwnLayer, string | null> | undefined
  /** The photo from which its part of the picture takes its style; undefined = the photo of the whole picture. */
  readonly exemplarId: LayerField<OwnLayer, string | undefined> | undefined
  /**
   * The layer after the document was resized, cropped or turned, with all that it keeps in document pixels moved along.
   * The editor moves labels and pictures itself; undefined = the layer keeps nothing else.
   */
  readonly transformed: ((layer: OwnLayer, transform: DocumentTransform) => OwnLayer) | undefined
  /** The lines drawn on it. */
  readonly strokes: LayerField<OwnLayer, readonly Stroke[]> | undefined
}
