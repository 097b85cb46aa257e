import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/**
 * Marked pixels of a photo that is edited: painting any class marks a pixel, erasing takes the mark away. The pixels
 * live in the raster store like those of label layers, but they are no part of the layout.
 */
export const marksLayerSchema = layerBaseSchema.extend({
  kind: z.literal('marks'),
  /** `anew`: painted anew although its class stays; `keep`: left as it is, whatever the labels say. */
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
