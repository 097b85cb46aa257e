import { eachPlane, type LabColour, type LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { maskedBlur } from '../filters/masked-blur.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_EYE_DISTANCE } from '../uv/uv-frame.ts'
import { sideLight, withoutSideLight, type SideLight } from './side-light.ts'
import type { SoftFace } from './skin-mask.ts'

/**
 * The soft colour of a face, made up or not, told in the same terms for both, so that what one has more than the other
 * is the make-up. Planes are SOFT_SIDE × SOFT_SIDE.
 */
export interface SoftLayers {
  readonly tone: LabColour
  /** Skin without its tone and without the light: L of contours alone, a and b from the tone. */
  readonly skin: LabPlanes
  /** The skin as it is lit, continued under eyes and lips. */
  readonly skinBase: LabPlanes
  /** Around the eyes, from the skin that would be there. */
  readonly eyes: LabPlanes
  /** The lips: L from the tone's, a and b as they are. */
  readonly lips: LabPlanes
  /** L of the lips as it is. */
  readonly lipBase: Float32Array
  /** 0..1: how well each part could be seen. */
  readonly seen: { readonly skin: number; readonly eyes: number; readonly lips: number }
}

/** What of it is carried to other faces: nothing in it shows the person as lit. */
export type WornColour = Omit<SoftLayers, 'skinBase' | 'lipBase'>

const EYE = UV_EYE_DISTANCE / 2
const SKIN_BLUR = 0.1 * EYE
/** Sigma of the blur that reads lids and lips, in pixels of SOFT_SIDE. */
export const PART_BLUR = 0.045 * EYE
/** Shading is wider than make-up: L is compared with its own mean over this much. */
const LIGHT_BLUR = 0.42 * EYE
/** One side may differ from the other by this much in a and b through light alone. */
const LIGHT_CAST = 5

export function softLayers(face: SoftFace): SoftLayers {
  const zones = partZones(SOFT_SIDE)
  const { colours, skin: bare, tone, visible, covered } = face
  const away = new Float32Array(SOFT_PIXELS)
  const eyeMask = new Float32Array(SOFT_PIXELS)
  const eyeWhole = new Float32Array(SOFT_PIXELS)
  const lipMask = new Float32Array(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const own = bare[index] ?? 0
    const eyes = zones.eyes[index] ?? 0
    const lid = Math.min(1, eyes * 2)
    away[index] = own * (1 - eyes) * (1 - eyes)
    eyeMask[index] = own * lid
    eyeWhole[index] = lid * (zones.skin[index] ?? 0)
    const lips = zones.lips[index] ?? 0
    lipMask[index] = lips > 0.6 ? lips * (visible[index] ?? 0) * (1 - (covered[index] ?? 0)) : 0
  }
  const base = blurred(colours, away, SKIN_BLUR)
  const eyeBase = blurred(colours, eyeMask, PART_BLUR)
  const lipBase = blurred(colours, lipMask, PART_BLUR)
  const light = lightOf(base)
  const even = unlit(lipBase.planes, light)
  return {
    tone,
    skin: evenSkin({ ...base, planes: unlit(base.planes, light) }, tone),
    skinBase: base.planes,
    eyes: mirrorFilled(difference(eyeBase.planes, base.planes), eyeBase.weight),
    lips: mirrorFilled({ ...even, lightness: darker(even.lightness, tone.lightness) }, lipBase.weight),
    lipBase: lipBase.planes.lightness,
    seen: {
      skin: share(bare, zones.skin),
      eyes: share(eyeMask, eyeWhole),
      lips: share(lipMask, zones.lips),
    },
  }
}

type PlaneLights = Readonly<Record<keyof LabPlanes, SideLight>>

function lightOf({ planes: { lightness, a, b }, weight }: SoftColours): PlaneLights {
  return { lightness: sideLight(lightness, weight), a: sideLight(a, weight), b: sideLight(b, weight) }
}

function unlit({ lightness, a, b }: LabPlanes, light: PlaneLights): LabPlanes {
  return {
    lightness: withoutSideLight(lightness, light.lightness),
    a: withoutSideLight(a, light.a),
    b: withoutSideLight(b, light.b),
  }
}

interface SoftColours {
  readonly planes: LabPlanes
  /** How much of the mask lies around a place, 0..1. */
  readonly weight: Float32Array
}

function blurred(colours: LabPlanes, mask: Float32Array, sigma: number): SoftColours {
  const { weight, of } = maskedBlur(mask, SOFT_SIDE, sigma)
  return { planes: eachPlane(colours, of), weight }
}

/** What both halves of a face have in common is make-up or nature; light falls on one of them. */
function evenSkin({ planes, weight }: SoftColours, tone: LabColour): LabPlanes {
  const even = (plane: Float32Array, middle: number, cast: number): Float32Array => {
    const result = new Float32Array(SOFT_PIXELS)
    for (let index = 0; index < SOFT_PIXELS; index++) {
      const twin = mirrorIndex(index)
      const own = (weight[index] ?? 0) + 1e-3
      const other = (weight[twin] ?? 0) + 1e-3
      const here = plane[index] ?? 0
      const common = (here * own + (plane[twin] ?? 0) * other) / (own + other)
      result[index] = common + beyond(here - common, cast) * Math.min(1, own * 2) - middle
    }
    return result
  }
  const lightness = even(planes.lightness, 0, Infinity)
  const light = blur(lightness, SOFT_SIDE, LIGHT_BLUR)
  for (let index = 0; index < SOFT_PIXELS; index++) lightness[index] = (lightness[index] ?? 0) - (light[index] ?? 0)
  return { lightness, a: even(planes.a, tone.a, LIGHT_CAST), b: even(planes.b, tone.b, LIGHT_CAST) }
}

/** What of a value goes beyond a limit on either side of 0. */
function beyond(value: number, limit: number): number {
  return value > limit ? value - limit : value < -limit ? value + limit : 0
}

/** Where one half cannot be seen, the other half's mirror image takes its place. */
function mirrorFilled(planes: LabPlanes, weight: Float32Array): LabPlanes {
  const known = new Float32Array(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++) known[index] = Math.min(1, (weight[index] ?? 0) * 3)
  return eachPlane(planes, (plane) => {
    const filled = new Float32Array(SOFT_PIXELS)
    for (let index = 0; index < SOFT_PIXELS; index++) {
      const twin = mirrorIndex(index)
      const own = (known[index] ?? 0) + 1e-4
      const other = (1 - own) * (known[twin] ?? 0) + 1e-5
      filled[index] = ((plane[index] ?? 0) * own + (plane[twin] ?? 0) * other) / (own + other)
    }
    return filled
  })
}

function mirrorIndex(index: number): number {
  // The side is a power of two, so that the column is in the lowest bits.
  return index ^ (SOFT_SIDE - 1)
}

function difference(first: LabPlanes, second: LabPlanes): LabPlanes {
  const less = (one: Float32Array, other: Float32Array): Float32Array => {
    const result = new Float32Array(one.length)
    for (let index = 0; index < result.length; index++) result[index] = (one[index] ?? 0) - (other[index] ?? 0)
    return result
  }
  return {
    lightness: less(first.lightness, second.lightness),
    a: less(first.a, second.a),
    b: less(first.b, second.b),
  }
}

function darker(plane: Float32Array, by: number): Float32Array {
  const result = new Float32Array(plane.length)
  for (let index = 0; index < result.length; index++) result[index] = (plane[index] ?? 0) - by
  return result
}

function share(mask: Float32Array, whole: Float32Array): number {
  let [sum, total] = [0, 0]
  for (let index = 0; index < mask.length; index++) {
    sum += mask[index] ?? 0
    total += whole[index] ?? 0
  }
  return total === 0 ? 0 : sum / total
}
