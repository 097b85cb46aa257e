import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/**
 * Marked pixels of a photo that is edited: whatever class is painted on it marks, nothing unmarks. Its pixels live in the
 * raster store as those of label layers do, but they are no part of the layout.
 */
export const marksLayerSchema = layerBaseSchema.extend({
  kind: z.literal('marks'),
  /** `anew`: made anew although its class stays; `keep`: stays as it is whatever the labels say. */
  purpose: z.enum(['anew', 'keep']),
})

type MarksLayer = Readonly<z.infer<typeof marksLayerSchema>>
export type MarksPurpose = MarksLayer['purpose']

export const marksKind: LayerKind<MarksLayer> = {
  icon: 'result',
  title: 'layer.kind.marks',
  addCommand: undefined,
  fresh: (base) => ({ ...base, kind: 'marks', purpose: 'anew' }),
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
