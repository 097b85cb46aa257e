import { poseLayerSchema } from '../../model/document/layer-kinds/pose/pose-layer.ts'
import type { LayerOf } from '../../model/document/layer-kinds/layer-schema.ts'
import { placedLayers } from '../../model/document/layer-tree.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { ConditionDrawing } from './drawn-condition.ts'

/** The person of the topmost visible pose layer. */
export const poseDrawing: ConditionDrawing<'pose'> = {
  paintsClasses: false,
  saidBy: (layer) => poseLayerSchema.safeParse(layer).success,
  ofDocument: ({ document }) => {
    const layer = topPose(document)
    if (layer === undefined) return undefined
    const { width, height } = document
    return { condition: { kind: 'pose', width, height, points: layer.points }, regions: undefined }
  },
  restored: (document, condition) => {
    const layer = topPose(document)
    if (layer === undefined) return document
    const across = document.width / condition.width
    const down = document.height / condition.height
    const points = condition.points.map((point) => (point === null ? null : [point[0] * across, point[1] * down]))
    const restored = poseLayerSchema.parse({ ...layer, points })
    return { ...document, layers: { ...document.layers, [layer.id]: restored } }
  },
}

function topPose(document: DocumentStructure): LayerOf<'pose'> | undefined {
  for (const { layer, visible } of placedLayers(document)) {
    const pose = poseLayerSchema.safeParse(layer)
    if (visible && pose.success) return pose.data
  }
  return undefined
}
