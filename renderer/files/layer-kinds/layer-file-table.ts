import type { Layer, LayerKindName, LayerOf } from '../../model/document/layer-kinds/layer-schema.ts'
import { ORIGINAL_PICTURE } from '../../model/document/layer-kinds/original/original-layer.ts'
import type { LayerFile, PsdContent, PsdParts } from './layer-file.ts'

/** How each kind of layer is stored in files. */
const layerFileTable: { readonly [Kind in LayerKindName]: LayerFile<LayerOf<Kind>> } = {
  label: {
    sinceVersion: 1,
    stored: (layer) => layer,
    embedsPicture: false,
    psd: ({ id }, { labels }) => labels(id),
  },
  photo: {
    sinceVersion: 1,
    stored: (layer) => layer,
    embedsPicture: true,
    psd: ({ pictureId }, { picture }) => picture(pictureId),
  },
  exemplar: {
    sinceVersion: 1,
    stored: (layer) => layer,
    embedsPicture: true,
    psd: ({ pictureId }, { picture }) => picture(pictureId),
  },
  warp: {
    sinceVersion: 1,
    stored: (layer) => ({ ...layer, pictureId: null }),
    embedsPicture: false,
    psd: ({ pictureId }, { picture }) => picture(pictureId),
  },
  result: {
    sinceVersion: 1,
    stored: (layer) => layer,
    embedsPicture: true,
    psd: ({ pictureId }, { picture }) => picture(pictureId),
  },
  group: {
    sinceVersion: 1,
    stored: (layer) => layer,
    embedsPicture: false,
    psd: ({ children }, { layers }) => layers(children),
  },
  original: {
    sinceVersion: 2,
    stored: (layer) => layer,
    embedsPicture: false,
    psd: (_layer, { picture }) => picture(ORIGINAL_PICTURE),
  },
  marks: { sinceVersion: 2, stored: (layer) => layer, embedsPicture: false, psd: () => undefined },
  pose: { sinceVersion: 2, stored: (layer) => layer, embedsPicture: false, psd: () => undefined },
  lines: {
    sinceVersion: 2,
    stored: (layer) => layer,
    embedsPicture: false,
    psd: ({ strokes }, { lines }) => lines(strokes),
  },
}

/** The layer as it is stored in `document.json`. */
export function storedLayer<Kind extends LayerKindName>(layer: LayerOf<Kind>): LayerOf<Kind> {
  return layerFileTable[layer.kind].stored(layer)
}

/** The first version of `document.json` that can hold all of these. */
export function versionFor(layers: readonly Layer[]): number {
  return Math.max(1, ...layers.map(({ kind }) => layerFileTable[kind].sinceVersion))
}

export function embedsPicture({ kind }: Layer): boolean {
  return layerFileTable[kind].embedsPicture
}

export function psdContentOf<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  parts: PsdParts,
): PsdContent | undefined {
  return layerFileTable[layer.kind].psd(layer, parts)
}
