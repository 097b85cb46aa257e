import type { LabelMap } from '../../../electron/contract/label-map.ts'
import { changedPixels, type EditWishes } from './edit-wishes.ts'

/** A connected place that is changed. */
export interface ChangedPiece {
  /** Indices of its pixels in the document. */
  readonly pixels: readonly number[]
  /** Share of the photo, 0..1. */
  readonly share: number
  /** The class of most of it; undefined where most of it keeps its class and is only painted anew. */
  readonly classId: number | undefined
  /** In document pixels. */
  readonly middle: { readonly x: number; readonly y: number }
}

/** At most this many places get a line of their own. */
const MOST_PIECES = 100

/** The connected changed places (eight neighbours), largest first. */
export function changedPieces(before: LabelMap, wishes: EditWishes): readonly ChangedPiece[] {
  const { width, height, data } = changedPixels(before, wishes)
  const pieces: ChangedPiece[] = []
  for (let start = data.indexOf(1); start >= 0; start = data.indexOf(1, start + 1)) {
    const pixels = takePiece(data, width, height, start)
    pieces.push({
      pixels,
      share: pixels.length / data.length,
      classId: classOf(pixels, before, wishes.after),
      middle: middleOf(pixels, width),
    })
  }
  return pieces.toSorted((one, other) => other.pixels.length - one.pixels.length).slice(0, MOST_PIECES)
}

/** Collects the pixels that are connected with one, and removes them from the map. */
function takePiece(data: Uint8Array, width: number, height: number, start: number): readonly number[] {
  const pixels = [start]
  data[start] = 0
  // The list grows during the loop, as pixels are found.
  for (const at of pixels) {
    const x = at % width
    const y = Math.floor(at / width)
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
        const beside = row * width + column
        if (data[beside] !== 1) continue
        data[beside] = 0
        pixels.push(beside)
      }
  }
  return pixels
}

function classOf(pixels: readonly number[], before: LabelMap, after: LabelMap): number | undefined {
  const counts = new Map<number, number>()
  for (const at of pixels) {
    const id = after.data[at] ?? 0
    if (id !== before.data[at]) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most !== undefined && most[1] * 4 >= pixels.length ? most[0] : undefined
}

function middleOf(pixels: readonly number[], width: number): ChangedPiece['middle'] {
  let x = 0
  let y = 0
  for (const at of pixels) {
    x += at % width
    y += Math.floor(at / width)
  }
  return { x: x / pixels.length, y: y / pixels.length }
}
