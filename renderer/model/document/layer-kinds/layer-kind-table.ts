import { exemplarKind } from './exemplar/exemplar-layer.ts'
import { groupKind } from './group/group-layer.ts'
import { labelKind } from './label/label-layer.ts'
import type { LayerKind } from './layer-kind.ts'
import type { LayerKindName, LayerOf } from './layer-schema.ts'
import { marksKind } from './marks/marks-layer.ts'
import { originalKind } from './original/original-layer.ts'
import { linesKind } from './lines/lines-layer.ts'
import { photoKind } from './photo/photo-layer.ts'
import { poseKind } from './pose/pose-layer.ts'
import { resultKind } from './result/result-layer.ts'
import { warpKind } from './warp/warp-layer.ts'

/** What the document knows of each kind. */
export const layerKindTable: { readonly [Kind in LayerKindName]: LayerKind<LayerOf<Kind>> } = {
  label: labelKind,
  photo: photoKind,
  exemplar: exemplarKind,
  warp: warpKind,
  result: resultKind,
  group: groupKind,
  pose: poseKind,
  original: originalKind,
  marks: marksKind,
  lines: linesKind,
}
