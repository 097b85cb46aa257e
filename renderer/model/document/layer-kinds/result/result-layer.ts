import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'
import { livePictureKind } from '../live-picture.ts'

/** The generated picture as a layer, for painting with it in view; `pictureId` null shows the newest one. */
export const resultLayerSchema = layerBaseSchema.extend({
  kind: z.literal('result'),
  pictureId: z.string().nullable(),
})

export const resultKind: LayerKind<Readonly<z.infer<typeof resultLayerSchema>>> = livePictureKind('result', {
  id: 'layers.addResult',
  title: 'layers.addResult',
})
