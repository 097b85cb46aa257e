import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/**
 * Marked pixels of a photo that is edited: whatever class is painted on it marks, nothing unmarks. Its pixels live in the
 * raster store as those of label layers do, but they are no part of the layout.
 */
export const maskLayerSchema = layerBaseSchema.extend({
  kind: z.literal('mask'),
  /** `anew`: made anew although its class stays; `keep`: stays as it is whatever the labels say. */
  purpose: z.enum(['anew', 'keep']),
})

type MaskLayer = Readonly<z.infer<typeof maskLayerSchema>>
export type MaskPurpose = MaskLayer['purpose']

export const maskKind: LayerKind<MaskLayer> = {
  icon: 'result',
  title: 'layer.kind.mask',
  addCommand: undefined,
  fresh: (base) => ({ ...base, kind: 'mask', purpose: 'anew' }),
  becomesActive: true,
  hasRaster: true,
  paintsLabels: false,
  isReference: false,
  children: undefined,
  pictureId: undefined,
  exemplarId: undefined,
  transformed: undefined,
  strokes: undefined,
}
