import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import { BACKGROUND, CLOTH, HAIR, SKIN } from './part-classes.ts'

/** Class of places of a layout about which a drawing says nothing: whatever it shows nowhere else may be there. */
export const UNKNOWN = 255

/** Pixels, in a picture of 256², over which a share fades in from where classes begin to agree. */
const FADE = 2
const BACKGROUND_FADE = 3
const NATIVE = 256
/** How far from its middle a photo is read: little past its edges, where its outermost pixels would be drawn out to streaks. */
const REACH = 0.51
/** What has texture is not drawn out by more than this: it would look combed flat. The match has as much of it as is wanted. */
const MOST_DRAWN_OUT = 2.2
const LOOSE: ReadonlySet<number> = new Set([BACKGROUND, HAIR, CLOTH])

/** How much of each pixel of a layout is taken from an exemplar, 0..1. */
export interface BentShares {
  /** From the bent exemplar. */
  readonly bent: Float32Array
  /** From the exemplar's background at the very same place, which lies over the bent one. */
  readonly background: Float32Array
}

/**
 * The bent exemplar is right where it shows what the layout asks for. Its background need not follow a head that moved: where both
 * show background at the same place, it stays.
 *
 * @param places of `fieldPlaces`, in pixels of `shown`
 * @param open classes of parts that a drawing shows by open lines alone: where they end and the skin begins is not known
 */
export function bentShares(
  layout: LabelMap,
  shown: LabelMap,
  places: Float32Array,
  open: ReadonlySet<number> = new Set(),
): BentShares {
  const { width, height } = layout
  const asked = new Uint8Array(256)
  for (const label of layout.data) asked[label] = 1
  const same = Uint8Array.from({ length: 256 }, (_, label) => (open.has(label) ? SKIN : label))
  const agreeing = new Float32Array(width * height)
  const still = new Float32Array(width * height)
  for (let y = 0, pixel = 0; y < height; y++) {
    const sameRow = Math.floor(((y + 0.5) * shown.height) / height) * shown.width
    for (let x = 0; x < width; x++, pixel++) {
      const label = same[layout.data[pixel] ?? 0]
      const [across, down] = [places[pixel * 2] ?? 0, places[pixel * 2 + 1] ?? 0]
      const column = clamped(across, shown.width)
      const row = clamped(down, shown.height)
      const isSeen =
        Math.abs(across - shown.width / 2) < REACH * shown.width &&
        Math.abs(down - shown.height / 2) < REACH * shown.height
      const found = same[shown.data[row * shown.width + column] ?? 0] ?? 0
      const isOwn = isSeen && !(LOOSE.has(found) && isDrawnOut(places, pixel, width, shown.width / width))
      agreeing[pixel] = isOwn && (found === label || (label === UNKNOWN && asked[found] === 0)) ? 1 : 0
      const here = shown.data[sameRow + Math.floor(((x + 0.5) * shown.width) / width)]
      still[pixel] = label === BACKGROUND && here === BACKGROUND ? 1 : 0
    }
  }
  const scale = Math.max(width, height) / NATIVE
  return {
    bent: faded(agreeing, layout, Math.round(FADE * scale)),
    background: faded(still, layout, Math.round(BACKGROUND_FADE * scale)),
  }
}

/** Whether pixels next to each other are read from places much closer to each other. */
function isDrawnOut(places: Float32Array, pixel: number, width: number, scale: number): boolean {
  const here = pixel * 2
  const right = here + 2 < places.length ? here + 2 : here
  const below = here + width * 2 < places.length ? here + width * 2 : here
  const lengthTo = (at: number): number =>
    Math.hypot((places[at] ?? 0) - (places[here] ?? 0), (places[at + 1] ?? 0) - (places[here + 1] ?? 0))
  return Math.min(lengthTo(right), lengthTo(below)) * MOST_DRAWN_OUT < scale
}

function clamped(place: number, length: number): number {
  return Math.min(Math.max(Math.floor(place), 0), length - 1)
}

/** 0 on the border of what is marked, 1 from `radius` pixels inside on: the mean of a square, of which half is not counted. */
function faded(marked: Float32Array, { width, height }: ImageSize, radius: number): Float32Array {
  if (radius < 1) return marked
  const rows = meansAlong(marked, height, width, width, 1, radius)
  const both = meansAlong(rows, width, height, 1, width, radius)
  for (let pixel = 0; pixel < both.length; pixel++) both[pixel] = Math.min(Math.max((both[pixel] ?? 0) * 2 - 1, 0), 1)
  return both
}

/**
 * Means of 2·radius + 1 values along lines, whose ends go on.
 *
 * @param lineStep from one line to the next @param step from one value of a line to the next
 */
function meansAlong(
  values: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  radius: number,
): Float32Array {
  const means = new Float32Array(values.length)
  const count = radius * 2 + 1
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep
    const at = (index: number): number => values[start + Math.min(Math.max(index, 0), length - 1) * step] ?? 0
    let sum = 0
    for (let index = -radius; index <= radius; index++) sum += at(index)
    for (let index = 0; index < length; index++) {
      means[start + index * step] = sum / count
      sum += at(index + radius + 1) - at(index - radius)
    }
  }
  return means
}
