import type { LabColour } from '../colour/lab-planes.ts'
import type { DrawnLayer } from '../layers/drawn-layers.ts'
import type { MakeupLayers } from '../layers/makeup-layers.ts'
import type { MakeupPart } from '../../contract/makeup-parts.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE } from '../uv/uv-frame.ts'
import { drawnMap } from './drawn-map.ts'
import { lidDifference } from './lid-colour.ts'
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
  /** SOFT_SIDE²: change of L, a, b, and L of the skin that it was made for; undefined where nothing is put on skin. */
  readonly skin: Float32Array | undefined
  /** SOFT_SIDE²: change of L, a, b, and L of the lips that it was made for; undefined where they stay as they are. */
  readonly lips: Float32Array | undefined
  /** Goes over the skin, so that it also needs `skin`. */
  readonly paint: Drawing | undefined
  readonly liner: Drawing | undefined
}

/** Strokes to be laid over a face. */
export interface Drawing {
  /** UV_SIDE²: L, a, b, each times the opacity, and the opacity. */
  readonly map: Float32Array
  /** Times the opacity, which then is 1 at most. */
  readonly strength: number
  /** Added to L of what is neither black nor white. */
  readonly light: number
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

function skinChange(
  { soft }: Pick<TargetFace, 'soft'>,
  { layers, strengths, tone, shifts }: Look,
): Float32Array | undefined {
  const { foundation, blush, shadow, paint } = layers
  if ([foundation, blush, shadow, paint].every((part) => part === undefined)) return undefined
  const zones = partZones(SOFT_SIDE)
  const change = new Float32Array(SOFT_PIXELS * 4)
  const evening = foundation === undefined ? 0 : strengths.foundation
  const colouring = blush === undefined ? 0 : strengths.blush
  const shading = shadow === undefined ? 0 : strengths.shadow
  const taken = Math.max(tone, foundation === undefined ? 0 : paintedTone(foundation.soft.tone))
  const shadowed = shadow === undefined ? undefined : lidDifference(soft.eyes, shadow.soft.eyes)
  for (const [at, channel] of CHANNELS.entries()) {
    const contour = at === 0 ? CONTOUR : 1
    const depth = at === 0 ? SHADOW : 1
    const shift =
      foundation === undefined
        ? 0
        : (foundation.soft.tone[channel] - soft.tone[channel]) * taken * evening * (at === 0 ? TONE_LIGHTNESS : 1)
    const dye = shifts.shadow?.[channel] ?? 0
    const own = soft.skin[channel]
    const worn = blush?.soft.skin[channel]
    const lids = shadowed?.[channel]
    for (let index = 0; index < SOFT_PIXELS; index++) {
      const skin = contour * (colouring * (worn?.[index] ?? 0) - evening * (own[index] ?? 0))
      const eyes = depth * shading * ((lids?.[index] ?? 0) + dye)
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
): Float32Array | undefined {
  if (worn === undefined) return undefined
  const change = new Float32Array(SOFT_PIXELS * 4)
  for (let index = 0; index < SOFT_PIXELS; index++) change[index * 4 + 3] = soft.lipBase[index] ?? 0
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
): Drawing | undefined {
  if (layers === undefined || strength === 0) return undefined
  // Half of what one photo is lighter than the other is light.
  return { map: drawnMap(choose(layers)), strength, light: (ownLightness - layers.soft.tone.lightness) / 2 }
}
