import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { LARGEST_SIDE, SIDE_MULTIPLE, SMALLEST_SIDE } from './document-structure.ts'
import type { DocumentPart } from './document-transform.ts'

/** Which part stays: 0 the left (upper) one, 0.5 the middle, 1 the right (lower) one. */
export interface Anchor {
  readonly x: number
  readonly y: number
}

/** The rectangle of the new size in the old document, in whole pixels. */
export function anchoredRectangle(from: ImageSize, to: ImageSize, anchor: Anchor): DocumentPart {
  return {
    x: Math.round((from.width - to.width) * anchor.x),
    y: Math.round((from.height - to.height) * anchor.y),
    ...to,
  }
}

/** The smallest rectangle of a size that documents may have around some pixels, inside the document where it fits. */
export function rectangleAround(document: ImageSize, bounds: DocumentPart): DocumentPart {
  const [x, width] = sideAround(document.width, bounds.x, bounds.width)
  const [y, height] = sideAround(document.height, bounds.y, bounds.height)
  return { x, y, width, height }
}

function sideAround(side: number, start: number, length: number): readonly [start: number, length: number] {
  const raised = Math.ceil(length / SIDE_MULTIPLE) * SIDE_MULTIPLE
  const wanted = Math.min(LARGEST_SIDE, Math.max(SMALLEST_SIDE, raised))
  const centred = Math.round(start + (length - wanted) / 2)
  return [Math.max(0, Math.min(side - wanted, centred)), wanted]
}
