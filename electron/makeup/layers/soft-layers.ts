import { emptyPlanes, type LabColour, type LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { maskedBlur, type MaskedBlur } from '../filters/masked-blur.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_EYE_DISTANCE } from '../uv/uv-frame.ts'
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
const PART_BLUR = 0.045 * EYE
/** Shading is wider than make-up: L is compared with its own mean over this much. */
const LIGHT_BLUR = 0.42 * EYE
/** One side may differ from the other by this much in a and b through light alone. */
const LIGHT_CAST = 5

export function softLayers(face: SoftFace): SoftLayers {
  const zones = partZones(SOFT_SIDE)
  const { colours, skin: bare, tone, visible } = face
  const away = multiplied(bare, zones.eyes, (value, eyes) => value * (1 - eyes) ** 2)
  const base = maskedBlur(colours, away, SOFT_SIDE, SKIN_BLUR)
  const eyeMask = multiplied(bare, zones.eyes, (value, eyes) => value * Math.min(1, eyes * 2))
  const eyeBase = maskedBlur(colours, eyeMask, SOFT_SIDE, PART_BLUR)
  const lipMask = multiplied(zones.lips, visible, (lips, seen) => (lips > 0.6 ? lips * seen : 0))
  const lipBase = maskedBlur(colours, lipMask, SOFT_SIDE, PART_BLUR)
  return {
    tone,
    skin: evenSkin(base, tone),
    skinBase: base.planes,
    eyes: mirrorFilled(difference(eyeBase.planes, base.planes), eyeBase.weight),
    lips: mirrorFilled(difference(lipBase.planes, constant({ lightness: tone.lightness, a: 0, b: 0 })), lipBase.weight),
    lipBase: lipBase.planes.lightness,
    seen: {
      skin: share(bare, zones.skin),
      eyes: share(
        eyeMask,
        multiplied(zones.eyes, zones.skin, (eyes, skin) => Math.min(1, eyes * 2) * skin),
      ),
      lips: share(lipMask, zones.lips),
    },
  }
}

/** What both halves of a face have in common is make-up or nature; light falls on one of them. */
function evenSkin({ planes, weight }: MaskedBlur, tone: LabColour): LabPlanes {
  const skin = emptyPlanes(SOFT_PIXELS)
  const middle = { lightness: 0, a: tone.a, b: tone.b }
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const twin = mirrorIndex(index)
    const own = (weight[index] ?? 0) + 1e-3
    const other = (weight[twin] ?? 0) + 1e-3
    for (const channel of CHANNELS) {
      const here = planes[channel][index] ?? 0
      const common = (here * own + (planes[channel][twin] ?? 0) * other) / (own + other)
      const rest = channel === 'lightness' ? 0 : beyond(here - common, LIGHT_CAST) * Math.min(1, own * 2)
      skin[channel][index] = common + rest - middle[channel]
    }
  }
  const light = blur(skin.lightness, SOFT_SIDE, LIGHT_BLUR)
  for (let index = 0; index < SOFT_PIXELS; index++)
    skin.lightness[index] = (skin.lightness[index] ?? 0) - (light[index] ?? 0)
  return skin
}

const CHANNELS = ['lightness', 'a', 'b'] as const

function beyond(value: number, limit: number): number {
  return Math.sign(value) * Math.max(0, Math.abs(value) - limit)
}

/** Where one half cannot be seen, the other half's mirror image takes its place. */
function mirrorFilled(planes: LabPlanes, weight: Float32Array): LabPlanes {
  const filled = emptyPlanes(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const twin = mirrorIndex(index)
    const own = Math.min(1, (weight[index] ?? 0) * 3) + 1e-4
    const other = (1 - own) * Math.min(1, (weight[twin] ?? 0) * 3) + 1e-5
    for (const channel of CHANNELS)
      filled[channel][index] =
        ((planes[channel][index] ?? 0) * own + (planes[channel][twin] ?? 0) * other) / (own + other)
  }
  return filled
}

function mirrorIndex(index: number): number {
  const row = index - (index % SOFT_SIDE)
  return row + SOFT_SIDE - 1 - (index - row)
}

function difference(first: LabPlanes, second: LabPlanes): LabPlanes {
  return {
    lightness: first.lightness.map((value, index) => value - (second.lightness[index] ?? 0)),
    a: first.a.map((value, index) => value - (second.a[index] ?? 0)),
    b: first.b.map((value, index) => value - (second.b[index] ?? 0)),
  }
}

function constant(colour: LabColour): LabPlanes {
  const planes = emptyPlanes(SOFT_PIXELS)
  for (const channel of CHANNELS) planes[channel].fill(colour[channel])
  return planes
}

function multiplied(
  first: Float32Array,
  second: Float32Array,
  rule: (first: number, second: number) => number,
): Float32Array {
  return first.map((value, index) => rule(value, second[index] ?? 0))
}

function share(mask: Float32Array, whole: Float32Array): number {
  let [sum, total] = [0, 0]
  for (let index = 0; index < mask.length; index++) {
    sum += mask[index] ?? 0
    total += whole[index] ?? 0
  }
  return total === 0 ? 0 : sum / total
}
