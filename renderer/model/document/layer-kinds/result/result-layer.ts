import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** The generated picture as a layer, for painting with it in view; `pictureId` null shows the newest one. */
export const resultLayerSchema = layerBaseSchema.extend({
  kind: z.literal('result'),
  pictureId: z.string().nullable(),
})

export const resultKind: LayerKind<'result'> = {
  kind: 'result',
  icon: 'result',
  title: 'layer.kind.result',
  content: 'picture',
  addable: true,
}
