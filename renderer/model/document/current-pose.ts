import type { DocumentStructure } from './document-structure.ts'
import { placedLayers } from './layer-tree.ts'
import type { LayerOf } from './layer-kinds/layer-schema.ts'
import { poseLayerSchema } from './layer-kinds/pose/pose-layer.ts'

type PoseLayer = LayerOf<'pose'>

/** The pose that counts: of the active layer if that is a visible pose, else of the topmost visible pose layer. */
export function currentPose(document: DocumentStructure): PoseLayer | undefined {
  const visible = visiblePoses(document)
  return visible.find(({ id }) => id === document.activeLayerId) ?? visible[0]
}

/** The visible pose layers, top first. */
function visiblePoses(document: DocumentStructure): PoseLayer[] {
  return placedLayers(document).flatMap(({ layer, visible }) => {
    const pose = poseLayerSchema.safeParse(layer)
    return visible && pose.success ? [pose.data] : []
  })
}
