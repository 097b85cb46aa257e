import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** The generated picture as a layer, for painting with it in view; `pictureId` null shows the newest one. */
export const resultLayerSchema = layerBaseSchema.extend({
  kind: z.literal('result'),
  pictureId: z.string().nullable(),
})

type ResultLayer = Readonly<z.infer<typeof resultLayerSchema>>

export const resultKind: LayerKind<ResultLayer> = {
  icon: 'result',
  title: 'layer.kind.result',
  addCommand: { id: 'layers.addResult', title: 'layers.addResult' },
  // What one paints on must show through.
  fresh: (base) => ({ ...base, kind: 'result', opacity: 0.5, pictureId: null }),
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
