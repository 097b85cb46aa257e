import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** A reference photo to paint over and to select from; `pictureId` names it in the picture store. */
export const photoLayerSchema = layerBaseSchema.extend({
  kind: z.literal('photo'),
  pictureId: z.string().nullable(),
})

type PhotoLayer = Readonly<z.infer<typeof photoLayerSchema>>

export const photoKind: LayerKind<PhotoLayer> = {
  icon: 'photo',
  title: 'layer.kind.photo',
  addCommand: undefined,
  // The labels that are being painted must show through.
  fresh: (base) => ({ ...base, kind: 'photo', opacity: 0.5, pictureId: null }),
  becomesActive: false,
  hasRaster: false,
  paintsLabels: false,
  isReference: true,
  children: undefined,
  pictureId: { of: (layer) => layer.pictureId, with: (layer, pictureId) => ({ ...layer, pictureId }) },
  exemplarId: undefined,
  transformed: undefined,
  strokes: undefined,
}
