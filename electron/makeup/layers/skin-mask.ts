import { eachPlane, medianColour, type LabColour, type LabPlanes } from '../colour/lab-planes.ts'
import { halvePlane } from '../filters/halve-plane.ts'
import { smoothStep } from '../filters/smooth-step.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_SIDE } from '../uv/uv-frame.ts'
import type { UnwrappedFace } from '../uv/unwrap-face.ts'

/** A face at the side of soft colour (SOFT_SIDE), with what of it is bare or painted skin. */
export interface SoftFace {
  readonly colours: LabPlanes
  readonly visible: Float32Array
  readonly covered: Float32Array
  /** 0..1; background beside the forehead, hair, and what is turned away are left out. */
  readonly skin: Float32Array
  /** Median colour of the skin between brows, chin and cheeks. */
  readonly tone: LabColour
}

export function softFace(face: UnwrappedFace): SoftFace {
  const half = (plane: Float32Array): Float32Array => halvePlane(plane, UV_SIDE)
  const colours = eachPlane(face.colours, half)
  const visible = half(face.visible)
  const covered = half(face.covered)
  const zones = partZones(SOFT_SIDE)
  const { sure } = face
  const bare = new Float32Array(SOFT_PIXELS)
  const inner = new Float32Array(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const open = 1 - (covered[index] ?? 0)
    const seen = (zones.skin[index] ?? 0) * (visible[index] ?? 0) * open * open
    bare[index] = seen * Math.min(1, (zones.skinFade[index] ?? 0) * 2 + EDGE)
    inner[index] = (bare[index] ?? 0) * (1 - (zones.rim[index] ?? 0))
  }
  const tone = medianColour(colours, inner) ?? { lightness: 60, a: 12, b: 15 }
  // Near its border a face is as likely to show hair, ear or background as skin.
  const skin = bare
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const fade = zones.skinFade[index] ?? 0
    const value = bare[index] ?? 0
    if (fade > 0.9 || value === 0) continue
    const like = sure === undefined ? likeSkin(colours, tone, index) : smoothStep(sure[index] ?? 0, SURELY)
    skin[index] = value * (1 - (1 - fade) * (1 - like))
  }
  return { colours, visible, covered, skin, tone }
}

/** From here to there a parser is believed that a place beyond the mesh is the face's skin. */
const SURELY = [0.4, 0.8] as const

/** What the border of a face still counts when there is nothing better. */
const EDGE = 0.02

/** 0..1: how near a colour is to the skin's; light may change it by much, hue by little. */
function likeSkin({ lightness, a, b }: LabPlanes, tone: LabColour, index: number): number {
  const away = Math.hypot(
    ((lightness[index] ?? 0) - tone.lightness) / 22,
    ((a[index] ?? 0) - tone.a) / 9,
    ((b[index] ?? 0) - tone.b) / 11,
  )
  return Math.min(1, Math.max(0, 2 - away))
}
