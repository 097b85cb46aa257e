import type { Point } from '../../faces/geometry/point.ts'
import { meshPoint } from '../../faces/mesh/face-mesh.ts'
import { eachPlane, type LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { doublePlane } from '../filters/double-plane.ts'
import { halvePlane } from '../filters/halve-plane.ts'
import { maskedBlur, maskedHalf } from '../filters/masked-blur.ts'
import { smoothStep } from '../filters/smooth-step.ts'
import { partZones } from '../uv/part-zones.ts'
import { darker, lighter, shadowy, shiny, unlikeness } from './unlike-skin.ts'
import { SOFT_SIDE, UV_EYE_DISTANCE, UV_PIXELS, UV_POINTS, UV_SIDE } from '../uv/uv-frame.ts'
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
  const lights = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++) {
    const place = places[index] ?? 0
    if (place === 0) continue
    const clearly = smoothStep(face.visible[index] ?? 0, [0.4, 0.9])
    const zone = (skin[index] ?? 0) * clearly * Math.min(place, 1 - (covered[index] ?? 0) * 4)
    if (zone < 0.01) continue
    const shining = zones.nose[index] ?? 0
    const unlike = smoothStep(unlikeness(face.colours, base, index, shining), PAINT_STEPS)
    if (unlike > 0) alpha[index] = zone * unlike * (1 - shiny(face.colours, base, index, shining))
    const drawn = alpha[index] ?? 0
    if (drawn === 0) continue
    shadows[index] = drawn * shadowy(face.colours, base, index)
    lights[index] = drawn * shining * lighter(face.colours, base, index)
  }
  // Nostrils, folds and the nose's shadow are dark, colourless and small; a painted line of that kind is lost with them.
  const wide = blur(shadows, UV_SIDE, 0.035 * UV_EYE_DISTANCE)
  // So is the shine on a nose; a nose that is painted white is so over more of its width.
  const broad = blur(lights, UV_SIDE, 0.07 * UV_EYE_DISTANCE)
  // A head tilted back shows a wide shadow under the nose. Only where the tip is painted as well is it paint.
  const shaded = (alpha[NOSE_TIP] ?? 0) > 0.5 ? 0 : 1
  for (let index = 0; index < UV_PIXELS; index++) {
    const drawn = alpha[index] ?? 0
    if (drawn === 0) continue
    const small = (shadows[index] ?? 0) * (1 - smoothStep(wide[index] ?? 0, [0.35, 0.6]))
    const lines = drawn - small - (lights[index] ?? 0) * (1 - smoothStep(broad[index] ?? 0, [0.35, 0.5]))
    const under = shaded * (zones.underNose[index] ?? 0)
    alpha[index] = under === 0 ? lines : lines * (1 - under * darker(face.colours, base, index))
  }
  return { colours: face.colours, alpha }
}

/** The nose's tip in the plane of make-up. */
const NOSE_TIP = indexOf(meshPoint(UV_POINTS, 4))

function indexOf({ x, y }: Point): number {
  return Math.round(y) * UV_SIDE + Math.round(x)
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
      const ratio = unlikeness(small, base, index, 1) / 8
      return value / (1 + ratio * ratio * ratio * ratio)
    })
  }
  const base = eachPlane(small, maskedBlur(clear, SOFT_SIDE, PAINT_BLUR).of)
  return eachPlane(base, (plane) => doublePlane(plane, SOFT_SIDE))
}

const ROUNDS = 2
