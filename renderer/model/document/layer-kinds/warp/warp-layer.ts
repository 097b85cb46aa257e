import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'
import { livePictureKind } from '../live-picture.ts'

/** The exemplar moved onto the layout, as the last preview gave it; `pictureId` null shows the newest one. */
export const warpLayerSchema = layerBaseSchema.extend({
  kind: z.literal('warp'),
  pictureId: z.string().nullable(),
})

export const warpKind: LayerKind<Readonly<z.infer<typeof warpLayerSchema>>> = livePictureKind('warp', {
  id: 'layers.addWarp',
  title: 'layers.addWarp',
})
