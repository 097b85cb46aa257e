import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** Painted class ids; its pixels live in the raster store under the layer's id. */
export const labelLayerSchema = layerBaseSchema.extend({ kind: z.literal('label') })

export const labelKind: LayerKind<'label'> = {
  kind: 'label',
  icon: 'layers',
  title: 'layer.kind.label',
  content: 'labels',
  addable: true,
}
