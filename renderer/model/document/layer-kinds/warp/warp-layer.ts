import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'
import { livePictureKind } from '../live-picture.ts'

/** The exemplar warped onto the layout, from the last preview; `pictureId` null shows the newest one. */
export const warpLayerSchema = layerBaseSchema.extend({
  kind: z.literal('warp'),
  pictureId: z.string().nullable(),
})

export const warpKind: LayerKind<Readonly<z.infer<typeof warpLayerSchema>>> = livePictureKind('warp', {
  id: 'layers.addWarp',
  title: 'layers.addWarp',
})
