import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** A folder of layers, top first; hiding or locking it hides or locks them all. */
export const groupLayerSchema = layerBaseSchema.extend({
  kind: z.literal('group'),
  children: z.array(z.string()),
})

export const groupKind: LayerKind<'group'> = {
  kind: 'group',
  icon: 'folder',
  title: 'layer.kind.group',
  content: 'layers',
  addable: true,
}
