import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** The exemplar moved onto the layout, as the last preview gave it; `pictureId` null shows the newest one. */
export const warpLayerSchema = layerBaseSchema.extend({
  kind: z.literal('warp'),
  pictureId: z.string().nullable(),
})

type WarpLayer = Readonly<z.infer<typeof warpLayerSchema>>

export const warpKind: LayerKind<WarpLayer> = {
  icon: 'warp',
  title: 'layer.kind.warp',
  addCommand: { id: 'layers.addWarp', title: 'layers.addWarp' },
  // What one paints on must show through.
  fresh: (base) => ({ ...base, kind: 'warp', opacity: 0.5, pictureId: null }),
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
