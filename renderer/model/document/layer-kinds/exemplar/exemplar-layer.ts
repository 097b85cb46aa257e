import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** An exemplar shown over the layout, for comparing and tracing; `pictureId` null shows the photo in use. */
export const exemplarLayerSchema = layerBaseSchema.extend({
  kind: z.literal('exemplar'),
  pictureId: z.string().nullable(),
})

export const exemplarKind: LayerKind<'exemplar'> = {
  kind: 'exemplar',
  icon: 'exemplar',
  title: 'layer.kind.exemplar',
  content: 'picture',
  addable: true,
}
