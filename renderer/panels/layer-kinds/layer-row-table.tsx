import type { ReactElement } from 'react'

import type { LayerKindName, LayerOf } from '../../model/document/layer-kinds/layer-schema.ts'
import { LayerPhotoButton } from '../exemplar/regions/layer-photo-button.tsx'
import { LabelPreview } from './label-preview.tsx'
import type { LayerRowParts } from './layer-row-parts.ts'

const iconAlone = { preview: undefined, control: undefined }

/** What each kind of layer puts into its row. */
const layerRowTable: { readonly [Kind in LayerKindName]: LayerRowParts<LayerOf<Kind>> } = {
  label: {
    preview: ({ id }, className) => <LabelPreview layerId={id} className={className} />,
    control: (layer) => <LayerPhotoButton layer={layer} />,
  },
  photo: iconAlone,
  exemplar: iconAlone,
  warp: iconAlone,
  original: iconAlone,
  marks: iconAlone,
  result: iconAlone,
  group: iconAlone,
  pose: iconAlone,
  lines: iconAlone,
}

/** @returns undefined where the icon of the kind says enough. */
export function layerPreview<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  className: string | undefined,
): ReactElement | undefined {
  return layerRowTable[layer.kind].preview?.(layer, className)
}

export function layerControl<Kind extends LayerKindName>(layer: LayerOf<Kind>): ReactElement | undefined {
  return layerRowTable[layer.kind].control?.(layer)
}
