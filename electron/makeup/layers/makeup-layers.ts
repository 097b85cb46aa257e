import type { UnwrappedFace } from '../uv/unwrap-face.ts'
import { linerLayer, paintLayer, type DrawnLayer } from './drawn-layers.ts'
import { withHiddenHalf } from './hidden-half.ts'
import { softFace } from './skin-mask.ts'
import { softLayers, type WornColour } from './soft-layers.ts'

/** The make-up of one photo, in the plane that all faces share; nothing of the person's shape is left in it. */
export interface MakeupLayers {
  readonly soft: WornColour
  readonly liner: DrawnLayer
  readonly paint: DrawnLayer
}

export function readMakeup(face: UnwrappedFace): MakeupLayers {
  const { tone, skin, eyes, lips, seen } = softLayers(softFace(face))
  const liner = withHiddenHalf(linerLayer(face), face.visible)
  return { soft: { tone, skin, eyes, lips, seen }, liner, paint: paintLayer(face) }
}
