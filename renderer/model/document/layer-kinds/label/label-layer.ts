import { z } from 'zod'

import { exemplarIdSchema } from '../../../../../electron/contract/exemplar-library.ts'
import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** Painted class ids; its pixels live in the raster store under the layer's id. */
export const labelLayerSchema = layerBaseSchema.extend({
  kind: z.literal('label'),
  /** The photo from which the layer's part of the picture takes its style; absent = the photo of the whole picture. */
  exemplarId: exemplarIdSchema.exactOptional(),
})

type LabelLayer = Readonly<z.infer<typeof labelLayerSchema>>

export const labelKind: LayerKind<LabelLayer> = {
  icon: 'layers',
  title: 'layer.kind.label',
  addCommand: undefined,
  fresh: (base) => ({ ...base, kind: 'label' }),
  becomesActive: true,
  hasRaster: true,
  paintsLabels: true,
  isReference: false,
  children: undefined,
  pictureId: undefined,
  exemplarId: {
    of: (layer) => layer.exemplarId,
    with: ({ exemplarId: _before, ...bare }, exemplarId) => (exemplarId === undefined ? bare : { ...bare, exemplarId }),
  },
  transformed: undefined,
  strokes: undefined,
}
