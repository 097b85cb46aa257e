import { eachPlane, type LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { doublePlane } from '../filters/double-plane.ts'
import { halvePlane } from '../filters/halve-plane.ts'
import { maskedBlur, maskedHalf } from '../filters/masked-blur.ts'
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
  const mask = halvePlane(lid, UV_SIDE)
  const small = maskedHalf(lightness, lid, mask, UV_SIDE)
  const first = maskedBlur(mask, SOFT_SIDE, LINER_BLUR).of(small)
  // Once more without the lines themselves, which had darkened the mean.
  for (let index = 0; index < mask.length; index++)
    if ((first[index] ?? 0) - (small[index] ?? 0) > 5) mask[index] = (mask[index] ?? 0) * 0.02
  const base = doublePlane(maskedBlur(mask, SOFT_SIDE, LINER_BLUR).of(small), SOFT_SIDE)
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
  const base = unpaintedSkin(face.colours, skin)
  const alpha = new Float32Array(UV_PIXELS)
  const places = paintPlaces()
  const covered = blur(face.covered, UV_SIDE, 0.04 * UV_EYE_DISTANCE)
  const shadows = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++) {
    const place = places[index] ?? 0
    if (place === 0) continue
    const clearly = smoothStep(face.visible[index] ?? 0, [0.4, 0.9])
    const zone = (skin[index] ?? 0) * clearly * Math.min(place, 1 - (covered[index] ?? 0) * 4)
    if (zone < 0.01) continue
    alpha[index] =
      zone * smoothStep(unlikeness(face.colours, base, index), PAINT_STEPS) * (1 - shiny(face.colours, base, index))
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

let knownPlaces: Float32Array | undefined

/** 0..1: where paint is looked for: away from lips, brows and lids, and well inside the face, whose border shows background. */
function paintPlaces(): Float32Array {
  if (knownPlaces !== undefined) return knownPlaces
  const zones = partZones(UV_SIDE)
  const lips = blur(zones.lips, UV_SIDE, 0.035 * UV_EYE_DISTANCE)
  const brows = blur(zones.brows, UV_SIDE, 0.02 * UV_EYE_DISTANCE)
  knownPlaces = zones.skinFade.map((fade, index) => {
    const near = Math.max((lips[index] ?? 0) * 4, (brows[index] ?? 0) * 4)
    return smoothStep(fade, [0.6, 0.97]) * Math.max(0, 1 - near) * (1 - (zones.liner[index] ?? 0))
  })
  return knownPlaces
}

/** The soft colour of the skin as it would be without what is drawn on it, at UV_SIDE. */
function unpaintedSkin(colours: LabPlanes, skin: Float32Array): LabPlanes {
  const mask = halvePlane(skin, UV_SIDE)
  const small = eachPlane(colours, (plane) => maskedHalf(plane, skin, mask, UV_SIDE))
  let clear = mask
  for (let round = 0; round < ROUNDS; round++) {
    const base = eachPlane(small, maskedBlur(clear, SOFT_SIDE, PAINT_BLUR).of)
    clear = mask.map((value, index) => {
      if (value === 0) return 0
      const ratio = unlikeness(small, base, index) / 8
      return value / (1 + ratio * ratio * ratio * ratio)
    })
  }
  const base = eachPlane(small, maskedBlur(clear, SOFT_SIDE, PAINT_BLUR).of)
  return eachPlane(base, (plane) => doublePlane(plane, SOFT_SIDE))
}

/** 0..1: whether a place differs from the skin around it as a shadow does: darker, and hardly in colour. */
function shadowy(colours: LabPlanes, base: LabPlanes, index: number): number {
  const darker = (base.lightness[index] ?? 0) - (colours.lightness[index] ?? 0)
  const hue = Math.hypot((colours.a[index] ?? 0) - (base.a[index] ?? 0), (colours.b[index] ?? 0) - (base.b[index] ?? 0))
  return smoothStep(darker, [4, 12]) * (1 - smoothStep(hue, [9, 18]))
}

/** 0..1: whether a place differs from the skin around it as shine does: lighter, and still of the skin's own hue. White paint has none. */
function shiny({ lightness, a, b }: LabPlanes, base: LabPlanes, index: number): number {
  const lighter = (lightness[index] ?? 0) - (base.lightness[index] ?? 0)
  if (lighter <= 0) return 0
  const [skinA, skinB] = [base.a[index] ?? 0, base.b[index] ?? 0]
  const chroma = Math.max(1, Math.hypot(skinA, skinB))
  const along = ((a[index] ?? 0) * skinA + (b[index] ?? 0) * skinB) / chroma
  const across = ((a[index] ?? 0) * skinB - (b[index] ?? 0) * skinA) / chroma
  return (
    smoothStep(lighter, [2, 8]) * smoothStep(along / chroma, [0.2, 0.4]) * (1 - smoothStep(Math.abs(across), [6, 12]))
  )
}

const ROUNDS = 2

/** How far a pixel is from the skin around it; shadows and shine are mostly differences of L. */
function unlikeness(colours: LabPlanes, base: LabPlanes, index: number): number {
  const lightness = (colours.lightness[index] ?? 0) - (base.lightness[index] ?? 0)
  const light = lightness * (lightness < 0 ? 0.45 : 0.6)
  const a = (colours.a[index] ?? 0) - (base.a[index] ?? 0)
  const b = (colours.b[index] ?? 0) - (base.b[index] ?? 0)
  return Math.sqrt(light * light + a * a + b * b)
}
