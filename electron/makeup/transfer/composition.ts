import type { LabColour } from '../colour/lab-planes.ts'
import type { DrawnLayer } from '../layers/drawn-layers.ts'
import type { MakeupLayers } from '../layers/makeup-layers.ts'
import type { MakeupPart } from '../../contract/makeup-parts.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_PIXELS } from '../uv/uv-frame.ts'
import type { TargetFace } from './target-face.ts'

/** What is to be put on one face. */
export interface Look {
  /** Whose make-up each part takes; an absent part is left alone. */
  readonly layers: Readonly<Partial<Record<MakeupPart, MakeupLayers>>>
  readonly strengths: Readonly<Record<MakeupPart, number>>
  /** 0 keeps the person's skin tone, 1 takes the exemplar's. */
  readonly tone: number
  /** Added to the colour of a part. */
  readonly shifts: { readonly lips?: LabColour; readonly shadow?: LabColour }
}

/** A look on a face, ready to be carried into a photo; four values for every place of the plane. */
export interface Composition {
  /** SOFT_SIDE²: change of L, a, b, and L of the skin that it was made for. */
  readonly skin: Float32Array
  /** SOFT_SIDE²: change of L, a, b, and L of the lips that it was made for. */
  readonly lips: Float32Array
  /** UV_SIDE²: L, a, b, each times the opacity, and the opacity. */
  readonly paint: Float32Array | undefined
  readonly liner: Float32Array | undefined
}

/** How much of an exemplar's difference in L is make-up and not light. */
const CONTOUR = 0.55
const SHADOW = 0.85
const LIPS = 0.85
const TONE_LIGHTNESS = 0.5
/** An exemplar's shadow has a soft border of its own; the zone's must not take it away a second time. */
const WHOLE_SHADOW = 1.5

export function compose(target: Pick<TargetFace, 'soft'>, look: Look): Composition {
  const { soft } = target
  const { layers, strengths, shifts } = look
  return {
    skin: skinChange(target, look),
    lips: lipChange(target, layers.lips, strengths.lips, shifts.lips),
    paint: drawn(layers.paint, (made) => made.paint, soft.tone.lightness, strengths.paint),
    liner: drawn(layers.liner, (made) => made.liner, soft.tone.lightness, strengths.liner),
  }
}

function skinChange({ soft }: Pick<TargetFace, 'soft'>, { layers, strengths, tone, shifts }: Look): Float32Array {
  const zones = partZones(SOFT_SIDE)
  const change = new Float32Array(SOFT_PIXELS * 4)
  const { foundation, blush, shadow } = layers
  const evening = foundation === undefined ? 0 : strengths.foundation
  const colouring = blush === undefined ? 0 : strengths.blush
  const shading = shadow === undefined ? 0 : strengths.shadow
  const taken = Math.max(tone, foundation === undefined ? 0 : paintedTone(foundation.soft.tone))
  for (const [at, channel] of CHANNELS.entries()) {
    const contour = at === 0 ? CONTOUR : 1
    const depth = at === 0 ? SHADOW : 1
    const shift =
      foundation === undefined
        ? 0
        : (foundation.soft.tone[channel] - soft.tone[channel]) * taken * evening * (at === 0 ? TONE_LIGHTNESS : 1)
    const dye = shifts.shadow?.[channel] ?? 0
    const [own, ownEyes] = [soft.skin[channel], soft.eyes[channel]]
    const [worn, wornEyes] = [blush?.soft.skin[channel], shadow?.soft.eyes[channel]]
    for (let index = 0; index < SOFT_PIXELS; index++) {
      const skin = contour * (colouring * (worn?.[index] ?? 0) - evening * (own[index] ?? 0))
      const eyes = depth * shading * ((wornEyes?.[index] ?? 0) + dye - (ownEyes[index] ?? 0))
      change[index * 4 + at] = skin + shift + Math.min(1, WHOLE_SHADOW * (zones.eyes[index] ?? 0)) * eyes
    }
  }
  for (let index = 0; index < SOFT_PIXELS; index++) change[index * 4 + 3] = soft.skinBase.lightness[index] ?? 0
  return change
}

function lipChange(
  { soft }: Pick<TargetFace, 'soft'>,
  worn: MakeupLayers | undefined,
  strength: number,
  shift: LabColour | undefined,
): Float32Array {
  const change = new Float32Array(SOFT_PIXELS * 4)
  for (let index = 0; index < SOFT_PIXELS; index++) change[index * 4 + 3] = soft.lipBase[index] ?? 0
  if (worn === undefined) return change
  for (const [at, channel] of CHANNELS.entries()) {
    const depth = strength * (at === 0 ? LIPS : 1)
    const dye = shift?.[channel] ?? 0
    const [own, theirs] = [soft.lips[channel], worn.soft.lips[channel]]
    for (let index = 0; index < SOFT_PIXELS; index++)
      change[index * 4 + at] = depth * ((theirs[index] ?? 0) + dye - (own[index] ?? 0))
  }
  return change
}

const CHANNELS = ['lightness', 'a', 'b'] as const

/**
 * 0..1: how sure it is that a tone is paint: nobody's skin is blue or green. Grey and white are left to the person who asks for
 * the exemplar's tone: pale skin in cold light looks the same, and dark faces must not be made pale by it.
 */
function paintedTone({ a, b }: LabColour): number {
  return Math.min(1, Math.max(0, (-2 - Math.min(a, b)) / 4))
}

function drawn(
  layers: MakeupLayers | undefined,
  choose: (layers: MakeupLayers) => DrawnLayer,
  ownLightness: number,
  strength: number,
): Float32Array | undefined {
  if (layers === undefined || strength === 0) return undefined
  const { colours, alpha } = choose(layers)
  // Half of what one photo is lighter than the other is light.
  const light = (ownLightness - layers.soft.tone.lightness) / 2
  const map = new Float32Array(UV_PIXELS * 4)
  for (let index = 0; index < UV_PIXELS; index++) {
    const opacity = Math.min(1, (alpha[index] ?? 0) * strength)
    if (opacity === 0) continue
    const lightness = colours.lightness[index] ?? 0
    // Black and white stay black and white.
    const share = Math.min(lightness, 100 - lightness) / 50
    map[index * 4] = (lightness + light * share) * opacity
    map[index * 4 + 1] = (colours.a[index] ?? 0) * opacity
    map[index * 4 + 2] = (colours.b[index] ?? 0) * opacity
    map[index * 4 + 3] = opacity
  }
  return map
}
