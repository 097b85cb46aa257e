import type { FaceCover } from '../../faces/cover/face-cover.ts'
import type { Face } from '../../faces/face.ts'
import type { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { blur } from '../filters/blur.ts'
import { guidedLine, type GuidedLine } from '../filters/guided-line.ts'
import { softFace } from '../layers/skin-mask.ts'
import { softLayers, type SoftLayers } from '../layers/soft-layers.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_EYE_DISTANCE } from '../uv/uv-frame.ts'
import { flatness, unwrapFace } from '../uv/unwrap-face.ts'
import { lipBorder, type LipBorder } from './lip-border.ts'

/** A face that make-up is put on: all that does not depend on the make-up. */
export interface TargetFace {
  readonly face: Face
  readonly soft: SoftLayers
  /** Where skin may be changed, as a line over L. */
  readonly cover: GuidedLine
  readonly lips: LipBorder
  /** 0..1: how much of it has no texture at all. */
  readonly flat: number
  /** UV_SIDE², 0..1: what nothing covers. */
  readonly free: Float32Array
}

export function targetFace(pyramid: ImagePyramid, face: Face, cover: FaceCover): TargetFace {
  const unwrapped = unwrapFace(pyramid, face, cover)
  const small = softFace(unwrapped)
  const zones = partZones(SOFT_SIDE)
  const paintable = new Float32Array(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const likely = (zones.rim[index] ?? 0) > 0 ? (small.skin[index] ?? 0) : 1
    paintable[index] =
      (zones.skinFade[index] ?? 0) * (small.visible[index] ?? 0) * (1 - (small.covered[index] ?? 0)) * likely
  }
  const even = blur(paintable, SOFT_SIDE, 1.2)
  return {
    face,
    soft: softLayers(small),
    cover: guidedLine(even, small.colours.lightness, SOFT_SIDE, { sigma: 0.04 * (UV_EYE_DISTANCE / 2), edge: 9 }),
    lips: lipBorder(small.colours, small.visible),
    flat: flatness(unwrapped),
    free: unwrapped.covered.map((value) => 1 - value),
  }
}
