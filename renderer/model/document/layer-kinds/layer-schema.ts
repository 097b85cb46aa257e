import { z } from 'zod'

import { exemplarLayerSchema } from './exemplar/exemplar-layer.ts'
import { groupLayerSchema } from './group/group-layer.ts'
import { labelLayerSchema } from './label/label-layer.ts'
import { marksLayerSchema } from './marks/marks-layer.ts'
import { originalLayerSchema } from './original/original-layer.ts'
import { linesLayerSchema } from './lines/lines-layer.ts'
import { photoLayerSchema } from './photo/photo-layer.ts'
import { poseLayerSchema } from './pose/pose-layer.ts'
import { resultLayerSchema } from './result/result-layer.ts'
import { warpLayerSchema } from './warp/warp-layer.ts'

/** Every kind of layer, told apart by `kind`. */
export const layerSchema = z.discriminatedUnion('kind', [
  labelLayerSchema,
  photoLayerSchema,
  exemplarLayerSchema,
  warpLayerSchema,
  resultLayerSchema,
  groupLayerSchema,
  poseLayerSchema,
  originalLayerSchema,
  marksLayerSchema,
  linesLayerSchema,
])
export type Layer = Readonly<z.infer<typeof layerSchema>>
export type LayerKindName = Layer['kind']
/** The layers of one kind. */
export type LayerOf<Kind extends LayerKindName> = { [Each in Kind]: Extract<Layer, { readonly kind: Each }> }[Kind]
