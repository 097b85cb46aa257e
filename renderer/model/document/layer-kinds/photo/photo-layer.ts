import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** A reference photo to paint over and to select from; `pictureId` names it in the picture store. */
export const photoLayerSchema = layerBaseSchema.extend({
  kind: z.literal('photo'),
  pictureId: z.string().nullable(),
})

export const photoKind: LayerKind<'photo'> = {
  kind: 'photo',
  icon: 'photo',
  title: 'layer.kind.photo',
  content: 'picture',
  addable: true,
}
