import type { LabelMap } from '../../electron/contract/label-map.ts'
import { widened } from '../../electron/detail/class-codes.ts'
import { nearestAllowed } from '../../electron/detail/nearest-allowed.ts'
import { drawnMouth } from './drawn-mouth.ts'
import { PART, type PortraitFrame } from './portrait-frame.ts'

/** A change of a portrait as a user would draw it over its labels. */
export type PortraitChange = (labels: LabelMap, frame: PortraitFrame) => LabelMap

/** The changes of the proof by their names. */
export const PORTRAIT_CHANGES = {
  'glasses off': (labels) => without(labels, [PART.eyeglasses], TEMPLES),
  'glasses on': glassesOn,
  'hat off': hatOff,
  'hair shorter': (labels, frame) => without(labels, [PART.hair], BEHIND_HAIR, (at) => frame.placeOf(at).y > 0.75),
  'hair lower': (labels, frame) => {
    const around = widened(maskOf(labels, [PART.background]), labels.width, labels.height, 0.22 * frame.unit)
    return without(labels, [PART.hair], BEHIND_HAIR, (at) => around[at] === 1 && frame.placeOf(at).y < 0.6)
  },
  'hair longer': (labels, frame) =>
    redrawn(labels, frame, ({ x, y }, label) =>
      y > -0.4 &&
      y < 2 - 1.2 * (Math.abs(x) - 1.1) ** 2 &&
      Math.abs(x) > 1 - 0.1 * y &&
      Math.abs(x) < 1.4 - 0.1 * (y - 0.6) ** 2 &&
      BESIDE_FACE.has(label)
        ? PART.hair
        : undefined,
    ),
  'more hair': (labels, frame) => {
    const more = widened(maskOf(labels, [PART.hair]), labels.width, labels.height, 0.3 * frame.unit)
    return redrawn(labels, frame, (_place, label, at) =>
      more[at] === 1 && label === PART.background ? PART.hair : undefined,
    )
  },
  fringe: (labels, frame) =>
    redrawn(labels, frame, ({ x, y }, label) =>
      y > -1.8 && y < -0.52 + 0.1 * x && Math.abs(x) < 0.95 && label === PART.skin ? PART.hair : undefined,
    ),
  'brows thicker': (labels, frame) => brows(labels, frame, true),
  'brows thinner': (labels, frame) => brows(labels, frame, false),
  'smile open': (labels, frame) => drawnMouth(labels, frame, { width: 1.15, lift: 0.09, open: 0.16 }),
  'smile closed': (labels, frame) => drawnMouth(labels, frame, { width: 1, lift: 0.06, open: 0 }),
  'smile wider': (labels, frame) => drawnMouth(labels, frame, { width: 1.25, lift: 0.12, open: 0.2 }),
} as const satisfies Record<string, PortraitChange>

export type PortraitChangeName = keyof typeof PORTRAIT_CHANGES

/** What may stand where hair was. */
const BEHIND_HAIR: readonly number[] = [PART.background, PART.neck, PART.cloth]
const BESIDE_FACE: ReadonlySet<number> = new Set([...BEHIND_HAIR, PART.skin, 8, 9])
/** What may stand where glasses were: neither eyes nor brows grow into their place. */
const TEMPLES: readonly number[] = [PART.skin, 2, PART.hair, PART.background]

function redrawn(
  labels: LabelMap,
  { placeOf }: PortraitFrame,
  labelAt: (place: ReturnType<PortraitFrame['placeOf']>, label: number, at: number) => number | undefined,
): LabelMap {
  return { ...labels, data: labels.data.map((label, at) => labelAt(placeOf(at), label, at) ?? label) }
}

function maskOf({ data }: LabelMap, parts: readonly number[]): Uint8Array {
  return data.map((label) => (parts.includes(label) ? 1 : 0))
}

/** A mask without its rim. */
function narrowed(mask: Uint8Array, { width, height }: LabelMap, rim: number): Uint8Array {
  return widened(
    mask.map((value) => 1 - value),
    width,
    height,
    rim,
  ).map((value) => 1 - value)
}

/** Parts, or some of their pixels, give way to the nearest of what may stand in their place. */
function without(
  labels: LabelMap,
  parts: readonly number[],
  behind: readonly number[],
  goes: (at: number) => boolean = () => true,
): LabelMap {
  const { width, height, data } = labels
  const hidden = { width, height, data: data.map((label) => (behind.includes(label) ? 0 : 1)) }
  const nearest = nearestAllowed(hidden, width, height)
  return {
    ...labels,
    data: data.map((label, at) => (parts.includes(label) && goes(at) ? (data[nearest?.[at] ?? at] ?? label) : label)),
  }
}

/** Two round lenses with a bridge and temples; the parser calls lenses glasses too, but for the eyes. */
function glassesOn(labels: LabelMap, frame: PortraitFrame): LabelMap {
  return redrawn(labels, frame, ({ x, y }, label) => {
    const side = Math.abs(x)
    const lens = (Math.abs(side - 0.5) / 0.4) ** 4 + (Math.abs(y - 0.04) / 0.3) ** 4 < 1
    const bridge = side < 0.14 && Math.abs(y + 0.05) < 0.04
    const temple = side > 0.85 && side < 1.05 && Math.abs(y + 0.07) < 0.04
    const isEye = label === PART.leftEye || label === PART.rightEye
    const beside = label === PART.background || label === PART.hair
    return (lens || bridge || temple) && !isEye && !beside ? PART.eyeglasses : undefined
  })
}

/** The hat gives way to short hair over the head, and to the background. */
function hatOff(labels: LabelMap, frame: PortraitFrame): LabelMap {
  const bare = without(labels, [PART.hat], [PART.background])
  return redrawn(bare, frame, ({ x, y }, _label, at) => {
    if (labels.data[at] !== PART.hat) return undefined
    if ((x / 0.9) ** 2 + ((y + 0.1) / 1.05) ** 2 < 1) return PART.skin
    return (x / 1.15) ** 2 + ((y + 0.1) / 1.5) ** 2 < 1 ? PART.hair : undefined
  })
}

function brows(labels: LabelMap, frame: PortraitFrame, thicker: boolean): LabelMap {
  const { width, height } = labels
  const by = 0.055 * frame.unit
  return [PART.leftBrow, PART.rightBrow].reduce((changed, brow) => {
    const own = maskOf(labels, [brow])
    const wanted = thicker ? widened(own, width, height, by) : narrowed(own, labels, 0.6 * by)
    return {
      ...changed,
      data: changed.data.map((label, at) => {
        if (thicker) return wanted[at] === 1 && label === PART.skin ? brow : label
        return own[at] === 1 && wanted[at] === 0 ? PART.skin : label
      }),
    }
  }, labels)
}
