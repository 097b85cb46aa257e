import type { ImageSize } from '../../../electron/contract/image-size.ts'

/** (x, y) becomes (a·x + c·y + e, b·x + d·y + f). */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

interface Place {
  readonly x: number
  readonly y: number
}

/** A part of a document, or more than it, in whole pixels. */
export type DocumentPart = Place & ImageSize

/** What happens to everything in a document when its size or orientation changes. */
export interface DocumentTransform {
  readonly from: ImageSize
  readonly to: ImageSize
  /** From places in the old document to those in the new one, in pixels. */
  readonly forth: Matrix
  /** The inverse: from places in the new document to those in the old one. */
  readonly back: Matrix
}

export function carriedPoint([a, b, c, d, e, f]: Matrix, { x, y }: Place): Place {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** Stretches what is there to another size. */
export function scaledDocument(from: ImageSize, to: ImageSize): DocumentTransform {
  const across = to.width / from.width
  const down = to.height / from.height
  return { from, to, forth: [across, 0, 0, down, 0, 0], back: [1 / across, 0, 0, 1 / down, 0, 0] }
}

/** Keeps a rectangle of the document; where it reaches over an edge, empty room is added. */
export function croppedDocument(from: ImageSize, { x, y, width, height }: DocumentPart): DocumentTransform {
  return { from, to: { width, height }, forth: [1, 0, 0, 1, -x, -y], back: [1, 0, 0, 1, x, y] }
}

/** A quarter turn; no pixel is lost. */
export function turnedDocument(from: ImageSize, direction: 'right' | 'left'): DocumentTransform {
  const { width, height } = from
  const to = { width: height, height: width }
  return direction === 'right'
    ? { from, to, forth: [0, 1, -1, 0, height, 0], back: [0, -1, 1, 0, 0, height] }
    : { from, to, forth: [0, -1, 1, 0, 0, width], back: [0, 1, -1, 0, width, 0] }
}
