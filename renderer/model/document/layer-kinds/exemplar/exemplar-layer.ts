import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** An exemplar shown over the layout, for comparing and tracing; `pictureId` null shows the photo in use. */
export const exemplarLayerSchema = layerBaseSchema.extend({
  kind: z.literal('exemplar'),
  pictureId: z.string().nullable(),
})

type ExemplarLayer = Readonly<z.infer<typeof exemplarLayerSchema>>

export const exemplarKind: LayerKind<ExemplarLayer> = {
  icon: 'exemplar',
  title: 'layer.kind.exemplar',
  addCommand: { id: 'layers.addExemplar', title: 'layers.addExemplar' },
  // What one paints on must show through.
  fresh: (base) => ({ ...base, kind: 'exemplar', opacity: 0.5, pictureId: null }),
  becomesActive: false,
  hasRaster: false,
  paintsLabels: false,
  isReference: false,
  children: undefined,
  pictureId: { of: (layer) => layer.pictureId, with: (layer, pictureId) => ({ ...layer, pictureId }) },
  exemplarId: undefined,
  transformed: undefined,
  strokes: undefined,
}
