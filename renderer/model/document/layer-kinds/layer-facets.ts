import type { ImageSize } from '../../../../electron/contract/image-size.ts'
import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { DocumentTransform } from '../document-transform.ts'
import type { Stroke } from '../../lines/stroke.ts'
import type { LayerBase } from './layer-base.ts'
import { layerKindTable } from './layer-kind-table.ts'
import { layerSchema, type Layer, type LayerKindName, type LayerOf } from './layer-schema.ts'

/** A new layer of a kind, visible and unlocked. */
export function freshLayer(kind: LayerKindName, named: Pick<LayerBase, 'id' | 'name'>, document: ImageSize): Layer {
  return layerKindTable[kind].fresh({ ...named, visible: true, opacity: 1, locked: false }, document)
}

/** Whether the layer has pixels to paint on. */
export function hasRaster({ kind }: Layer): boolean {
  return layerKindTable[kind].hasRaster
}

/** Whether the pixels painted on the layer are class ids of the layout. */
export function paintsLabels({ kind }: Layer): boolean {
  return layerKindTable[kind].paintsLabels
}

/** Ids of the layers inside a layer, top first; none where it cannot hold any. */
export function childrenOf<Kind extends LayerKindName>(layer: LayerOf<Kind>): readonly string[] {
  return layerKindTable[layer.kind].children?.of(layer) ?? []
}

export function holdsLayers({ kind }: Layer): boolean {
  return layerKindTable[kind].children !== undefined
}

/** The layer with other layers inside it; itself where it cannot hold any. */
export function withChildren<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  children: readonly string[],
): LayerOf<Kind> {
  return layerKindTable[layer.kind].children?.with(layer, children) ?? layer
}

/** The picture that a layer shows; null where it shows none of its own. */
export function pictureIdOf<Kind extends LayerKindName>(layer: LayerOf<Kind>): string | null {
  return layerKindTable[layer.kind].pictureId?.of(layer) ?? null
}

export function withPictureId<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  pictureId: string | null,
): LayerOf<Kind> {
  return layerKindTable[layer.kind].pictureId?.with(layer, pictureId) ?? layer
}

/** Whether the layer can have a photo of its own, from which its part of the picture takes its style. */
export function takesExemplar({ kind }: Layer): boolean {
  return layerKindTable[kind].exemplarId !== undefined
}

/** The layer's own photo; undefined = it uses the photo of the whole picture. */
export function exemplarIdOf<Kind extends LayerKindName>(layer: LayerOf<Kind>): string | undefined {
  return layerKindTable[layer.kind].exemplarId?.of(layer)
}

export function withExemplarId<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  exemplarId: string | undefined,
): LayerOf<Kind> {
  return layerKindTable[layer.kind].exemplarId?.with(layer, exemplarId) ?? layer
}

/**
 * The layer after the document was resized, cropped or turned; its labels and its picture are transformed elsewhere.
 */
export function transformedLayer<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  transform: DocumentTransform,
): LayerOf<Kind> {
  return layerKindTable[layer.kind].transformed?.(layer, transform) ?? layer
}

/** The lines drawn on a layer; undefined where none can be. */
export function strokesOf<Kind extends LayerKindName>(layer: LayerOf<Kind>): readonly Stroke[] | undefined {
  return layerKindTable[layer.kind].strokes?.of(layer)
}

export function withStrokes<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  strokes: readonly Stroke[],
): LayerOf<Kind> {
  return layerKindTable[layer.kind].strokes?.with(layer, strokes) ?? layer
}

/** A kind whose layers a command adds. */
export interface AddableKind {
  readonly kind: LayerKindName
  readonly title: PlainMessageKey
  readonly addCommand: { readonly id: string; readonly title: PlainMessageKey }
}

/** The kinds that commands and the layers panel add, in the order of the table. */
export function addableKinds(): readonly AddableKind[] {
  return layerSchema.options.flatMap(({ shape }) => {
    const { value: kind } = shape.kind
    const { title, addCommand } = layerKindTable[kind]
    return addCommand === undefined ? [] : [{ kind, title, addCommand }]
  })
}

export function isLayerKind(kind: string): kind is LayerKindName {
  return Object.hasOwn(layerKindTable, kind)
}
