import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'
import { livePictureKind } from '../live-picture.ts'

/** An exemplar shown over the layout, for comparing and tracing; `pictureId` null shows the photo in use. */
export const exemplarLayerSchema = layerBaseSchema.extend({
  kind: z.literal('exemplar'),
  pictureId: z.string().nullable(),
})

export const exemplarKind: LayerKind<Readonly<z.infer<typeof exemplarLayerSchema>>> = livePictureKind('exemplar', {
  id: 'layers.addExemplar',
  title: 'layers.addExemplar',
})
