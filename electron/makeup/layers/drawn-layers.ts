import type { LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { doublePlane } from '../filters/double-plane.ts'
import { halvePlane } from '../filters/halve-plane.ts'
import { maskedBlur } from '../filters/masked-blur.ts'
import { smoothStep } from '../filters/smooth-step.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_SIDE, UV_EYE_DISTANCE, UV_PIXELS, UV_SIDE } from '../uv/uv-frame.ts'
import type { UnwrappedFace } from '../uv/unwrap-face.ts'

/** Drawn make-up: what stands out from the soft colour around it. Planes are UV_SIDE × UV_SIDE. */
export interface DrawnLayer {
  readonly colours: LabPlanes
  /** 0..1 */
  readonly alpha: Float32Array
}

/** Liner and lashes are darker than the lid by this much in L; below the first value nothing is drawn. */
const LINER_STEPS = [9, 30] as const
const PAINT_STEPS = [11, 21] as const
const LINER_BLUR = 0.035 * UV_EYE_DISTANCE
const PAINT_BLUR = 0.06 * UV_EYE_DISTANCE

/** Lines along the lids: whatever is darker than the lid's own soft colour. */
export function linerLayer(face: UnwrappedFace): DrawnLayer {
  const zones = partZones(UV_SIDE)
  const { lightness } = face.colours
  const lid = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++)
    lid[index] = (zones.skin[index] ?? 0) * (face.visible[index] ?? 0) * (1 - (zones.brows[index] ?? 0))
  const first = softBase(face.colours, lid, LINER_BLUR).lightness
  // Once more without the lines themselves, which had darkened the mean.
  const clear = lid.map((value, index) => value * ((first[index] ?? 0) - (lightness[index] ?? 0) > 5 ? 0.02 : 1))
  const base = softBase(face.colours, clear, LINER_BLUR).lightness
  const alpha = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++) {
    const zone = (zones.liner[index] ?? 0) * (face.visible[index] ?? 0) * (1 - (face.covered[index] ?? 0))
    if (zone < 0.01) continue
    alpha[index] = zone * smoothStep((base[index] ?? 0) - (lightness[index] ?? 0), LINER_STEPS)
  }
  return { colours: face.colours, alpha }
}

/** Face paint: spots and lines whose colour the skin around them does not have. */
export function paintLayer(face: UnwrappedFace): DrawnLayer {
  const zones = partZones(UV_SIDE)
  const skin = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++)
    skin[index] =
      (zones.skin[index] ?? 0) *
      (face.visible[index] ?? 0) *
      (1 - (face.covered[index] ?? 0)) ** 2 *
      (1 - 0.9 * (zones.rim[index] ?? 0))
  let clear = skin
  let base = softBase(face.colours, clear, PAINT_BLUR)
  for (let round = 0; round < ROUNDS; round++) {
    const known = base
    clear = skin.map((value, index) => {
      if (value === 0) return 0
      const ratio = unlikeness(face.colours, known, index) / 8
      return value / (1 + ratio * ratio * ratio * ratio)
    })
    base = softBase(face.colours, clear, PAINT_BLUR)
  }
  const alpha = new Float32Array(UV_PIXELS)
  const lips = blur(zones.lips, UV_SIDE, 0.035 * UV_EYE_DISTANCE)
  const brows = blur(zones.brows, UV_SIDE, 0.02 * UV_EYE_DISTANCE)
  const covered = blur(face.covered, UV_SIDE, 0.04 * UV_EYE_DISTANCE)
  const shadows = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++) {
    const near = Math.max((lips[index] ?? 0) * 4, (brows[index] ?? 0) * 2, (covered[index] ?? 0) * 2)
    const clearly = smoothStep(face.visible[index] ?? 0, [0.4, 0.9])
    const zone =
      (skin[index] ?? 0) *
      inner(zones.skinFade[index] ?? 0) *
      clearly *
      Math.max(0, 1 - near) *
      (1 - (zones.liner[index] ?? 0))
    if (zone < 0.01) continue
    alpha[index] = zone * smoothStep(unlikeness(face.colours, base, index), PAINT_STEPS)
    shadows[index] = (alpha[index] ?? 0) * shadowy(face.colours, base, index)
  }
  // Nostrils, folds and the nose's own shadow are dark, colourless and small; a painted line of that kind is lost with them.
  const wide = blur(shadows, UV_SIDE, 0.035 * UV_EYE_DISTANCE)
  for (let index = 0; index < UV_PIXELS; index++) {
    const shadow = shadows[index] ?? 0
    if (shadow > 0) alpha[index] = (alpha[index] ?? 0) - shadow * (1 - smoothStep(wide[index] ?? 0, [0.35, 0.6]))
  }
  return { colours: face.colours, alpha }
}

/** 0..1: whether a place differs from the skin around it as a shadow does: darker, and hardly in colour. */
function shadowy(colours: LabPlanes, base: LabPlanes, index: number): number {
  const darker = (base.lightness[index] ?? 0) - (colours.lightness[index] ?? 0)
  const hue = Math.hypot((colours.a[index] ?? 0) - (base.a[index] ?? 0), (colours.b[index] ?? 0) - (base.b[index] ?? 0))
  return smoothStep(darker, [4, 12]) * (1 - smoothStep(hue, [9, 18]))
}

const ROUNDS = 2

/** The soft colour that a mask holds, made at SOFT_SIDE and given at UV_SIDE. @param sigma in pixels of SOFT_SIDE */
function softBase(colours: LabPlanes, mask: Float32Array, sigma: number): LabPlanes {
  const weight = halvePlane(mask, UV_SIDE)
  const half = (plane: Float32Array): Float32Array => {
    const product = halvePlane(
      plane.map((value, index) => value * (mask[index] ?? 0)),
      UV_SIDE,
    )
    return product.map((value, index) => value / Math.max(1e-6, weight[index] ?? 0))
  }
  const small = {
    lightness: half(colours.lightness),
    a: half(colours.a),
    b: half(colours.b),
  }
  const { planes } = maskedBlur(small, weight, SOFT_SIDE, sigma)
  const double = (plane: Float32Array): Float32Array => doublePlane(plane, SOFT_SIDE)
  return {
    lightness: double(planes.lightness),
    a: double(planes.a),
    b: double(planes.b),
  }
}

/** How far a pixel is from the skin around it; shadows and shine are mostly differences of L. */
function unlikeness(colours: LabPlanes, base: LabPlanes, index: number): number {
  const lightness = (colours.lightness[index] ?? 0) - (base.lightness[index] ?? 0)
  const light = lightness * (lightness < 0 ? 0.45 : 0.6)
  const a = (colours.a[index] ?? 0) - (base.a[index] ?? 0)
  const b = (colours.b[index] ?? 0) - (base.b[index] ?? 0)
  return Math.sqrt(light * light + a * a + b * b)
}

/** Hair and background show at a face's border, so that paint is looked for well inside it. */
function inner(fade: number): number {
  return smoothStep(fade, [0.6, 0.97])
}
