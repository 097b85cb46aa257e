import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** Id in the picture store of the photo that a document edits. */
export const ORIGINAL_PICTURE = 'original'

/** The photo that the document edits, shown at any size. Its bytes are stored by the photo-edit part of the project. */
export const originalLayerSchema = layerBaseSchema.extend({ kind: z.literal('original') })

type OriginalLayer = Readonly<z.infer<typeof originalLayerSchema>>

export const originalKind: LayerKind<OriginalLayer> = {
  icon: 'photo',
  title: 'layer.kind.original',
  addCommand: undefined,
  fresh: (base) => ({ ...base, kind: 'original' }),
  becomesActive: false,
  hasRaster: false,
  paintsLabels: false,
  isReference: true,
  children: undefined,
  pictureId: { of: () => ORIGINAL_PICTURE, with: (layer) => layer },
  exemplarId: undefined,
  transformed: undefined,
  strokes: undefined,
}
