import type { UnwrappedFace } from '../uv/unwrap-face.ts'
import { linerLayer, paintLayer, type DrawnLayer } from './drawn-layers.ts'
import { softFace } from './skin-mask.ts'
import { softLayers, type SoftLayers } from './soft-layers.ts'

/** The make-up of one photo, in the plane that all faces share; nothing of the person's shape is left in it. */
export interface MakeupLayers {
  readonly soft: SoftLayers
  readonly liner: DrawnLayer
  readonly paint: DrawnLayer
}

export function readMakeup(face: UnwrappedFace): MakeupLayers {
  return { soft: softLayers(softFace(face)), liner: linerLayer(face), paint: paintLayer(face) }
}
