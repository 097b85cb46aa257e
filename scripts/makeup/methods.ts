import type { LabPlanes } from '../../electron/makeup/colour/lab-planes.ts'
import type { MakeupLayers } from '../../electron/makeup/layers/makeup-layers.ts'
import { softFace } from '../../electron/makeup/layers/skin-mask.ts'
import { softLayers, type SoftLayers } from '../../electron/makeup/layers/soft-layers.ts'
import { compose, type Composition } from '../../electron/makeup/transfer/composition.ts'
import type { TargetFace } from '../../electron/makeup/transfer/target-face.ts'
import { partZones } from '../../electron/makeup/uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_PIXELS, UV_SIDE } from '../../electron/makeup/uv/uv-frame.ts'
import type { UnwrappedFace } from '../../electron/makeup/uv/unwrap-face.ts'

/** A face as every method gets it. */
export interface MeasuredFace {
  readonly unwrapped: UnwrappedFace
  readonly layers: MakeupLayers
}

/** A way of putting make-up on; the same code carries the result of each into the photo. */
export type Method = (target: TargetFace, own: MeasuredFace, worn: MeasuredFace) => Composition

const CHANNELS = ['lightness', 'a', 'b'] as const
type Channel = (typeof CHANNELS)[number]

/** The rows of the table. */
export const METHODS: Readonly<Record<string, Method>> = {
  'histogram matching': (target, own, worn) => histograms(target, own, worn),
  'mesh warp, blended': (target, _own, worn) => warped(target, worn),
  prototype: (target, own, worn) => prototype(target, wholeColour(own), wholeColour(worn)),
  ours: (target, _own, { layers: worn }) =>
    compose(target, {
      layers: { foundation: worn, blush: worn, shadow: worn, paint: worn, liner: worn, lips: worn },
      strengths: { foundation: 1, blush: 1, shadow: 1, paint: 1, liner: 1, lips: 1 },
      tone: 0,
      shifts: {},
    }),
  'ours, soft colour alone': (target, own, worn) => SOFT_ONLY(target, own, worn),
}

/** Ours with soft colour alone, which shows how much of the change of detail comes from drawn make-up. */
const SOFT_ONLY: Method = (target, _own, { layers: worn }) =>
  compose(target, {
    layers: { foundation: worn, blush: worn, shadow: worn, lips: worn },
    strengths: { foundation: 1, blush: 1, shadow: 1, paint: 0, liner: 0, lips: 1 },
    tone: 0,
    shifts: {},
  })

/** The papers' baseline: each part's histogram of each channel becomes the exemplar's. */
function histograms(target: TargetFace, own: MeasuredFace, worn: MeasuredFace): Composition {
  const [mine, theirs] = [softFace(own.unwrapped), softFace(worn.unwrapped)]
  const zones = partZones(SOFT_SIDE)
  const part = (mask: Float32Array, base: Float32Array): Float32Array => {
    const change = new Float32Array(SOFT_PIXELS * 4)
    for (const [at, channel] of CHANNELS.entries()) match(mine.colours, theirs.colours, channel, mask, change, at)
    for (let index = 0; index < SOFT_PIXELS; index++) change[index * 4 + 3] = base[index] ?? 0
    return change
  }
  const skin = part(inside(zones.skin, zones.eyes, false), target.soft.skinBase.lightness)
  const eyes = part(inside(zones.skin, zones.eyes, true), target.soft.skinBase.lightness)
  for (let index = 0; index < skin.length; index++)
    if (index % 4 !== 3 && (zones.eyes[index >> 2] ?? 0) > 0.5) skin[index] = eyes[index] ?? 0
  return { skin, lips: part(zones.lips, target.soft.lipBase), paint: undefined, liner: undefined }
}

function inside(skin: Float32Array, eyes: Float32Array, wanted: boolean): Float32Array {
  return skin.map((value, index) => ((eyes[index] ?? 0) > 0.5 === wanted ? value : 0))
}

function match(
  mine: LabPlanes,
  theirs: LabPlanes,
  channel: Channel,
  mask: Float32Array,
  change: Float32Array,
  at: number,
): void {
  const indices = [...mask.keys()].filter((index) => (mask[index] ?? 0) > 0.5)
  const ordered = [...indices].sort((first, second) => (mine[channel][first] ?? 0) - (mine[channel][second] ?? 0))
  const wanted = Float32Array.from(indices, (index) => theirs[channel][index] ?? 0).sort()
  for (const [rank, index] of ordered.entries())
    change[index * 4 + at] = (wanted[rank] ?? 0) - (mine[channel][index] ?? 0)
}

/** The exemplar's own pixels laid over the face. */
function warped(target: TargetFace, { unwrapped }: MeasuredFace): Composition {
  const zones = partZones(UV_SIDE)
  const paint = new Float32Array(UV_PIXELS * 4)
  for (let index = 0; index < UV_PIXELS; index++) {
    const opacity =
      (zones.skinFade[index] ?? 0) * (unwrapped.visible[index] ?? 0) * (1 - (unwrapped.covered[index] ?? 0))
    for (const [at, channel] of CHANNELS.entries())
      paint[index * 4 + at] = (unwrapped.colours[channel][index] ?? 0) * opacity
    paint[index * 4 + 3] = opacity
  }
  const skin = new Float32Array(SOFT_PIXELS * 4)
  const lips = new Float32Array(SOFT_PIXELS * 4)
  const worn = softFace(unwrapped).colours
  for (let index = 0; index < SOFT_PIXELS; index++) {
    lips[index * 4] = (worn.lightness[index] ?? 0) - (target.soft.lipBase[index] ?? 0)
    lips[index * 4 + 1] = (worn.a[index] ?? 0) - (target.soft.lips.a[index] ?? 0)
    lips[index * 4 + 2] = (worn.b[index] ?? 0) - (target.soft.lips.b[index] ?? 0)
    lips[index * 4 + 3] = target.soft.lipBase[index] ?? 0
  }
  return { skin, lips, paint: { map: paint, strength: 1, light: 0 }, liner: undefined }
}

function wholeColour({ unwrapped }: MeasuredFace): SoftLayers {
  return softLayers(softFace(unwrapped))
}

/** Soft colour alone, as in the notes of the prototype: L halved, and light from one side taken for make-up. */
function prototype(target: TargetFace, own: SoftLayers, worn: SoftLayers): Composition {
  const zones = partZones(SOFT_SIDE)
  const skin = new Float32Array(SOFT_PIXELS * 4)
  const lips = new Float32Array(SOFT_PIXELS * 4)
  for (let index = 0; index < SOFT_PIXELS; index++) {
    for (const [at, channel] of CHANNELS.entries()) {
      const half = at === 0 ? 0.5 : 1
      const tones = worn.tone[channel] - own.tone[channel]
      const whole = (worn.skinBase[channel][index] ?? 0) - (own.skinBase[channel][index] ?? 0) - tones
      const eyes = (worn.eyes[channel][index] ?? 0) - (own.eyes[channel][index] ?? 0) + 0.1 * tones
      skin[index * 4 + at] = half * whole + (zones.eyes[index] ?? 0) * eyes
      lips[index * 4 + at] = half * ((worn.lips[channel][index] ?? 0) - (own.lips[channel][index] ?? 0))
    }
    skin[index * 4 + 3] = target.soft.skinBase.lightness[index] ?? 0
    lips[index * 4 + 3] = target.soft.lipBase[index] ?? 0
  }
  return { skin, lips, paint: undefined, liner: undefined }
}
