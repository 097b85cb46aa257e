import type { ImageSize } from '../contract/image-size.ts'
import type { Rectangle } from '../contract/photo-patch.ts'
import { connectedPieces } from './connected-pieces.ts'

/** Context around a change, as a share of its size on each side. */
const CONTEXT = 0.5
/** A window shows at least this share of the photo's longer side, so that the match knows where it is. */
const LEAST_SHARE = 0.2

/**
 * Windows of the photo around the changes, one for each that stands apart: the change and half its size on every side.
 * Windows that overlap become one.
 *
 * @param mask 1 where the photo changes, width × height
 * @param photo size the windows are measured in
 */
export function editWindows(mask: Uint8Array, width: number, height: number, photo: ImageSize): readonly Rectangle[] {
  const scaleX = photo.width / width
  const scaleY = photo.height / height
  const least = LEAST_SHARE * Math.max(photo.width, photo.height)
  const changes = Array.from(connectedPieces(mask, width, height), (cells) => boundsOf(cells, width))
  let windows = changes.map(({ left, top, right, bottom }) => {
    const changeWidth = (right - left + 1) * scaleX
    const changeHeight = (bottom - top + 1) * scaleY
    const context = CONTEXT * Math.sqrt(changeWidth * changeHeight)
    const marginX = Math.max(context, (least - changeWidth) / 2)
    const marginY = Math.max(context, (least - changeHeight) / 2)
    const wanted = {
      left: left * scaleX - marginX,
      top: top * scaleY - marginY,
      right: (right + 1) * scaleX + marginX,
      bottom: (bottom + 1) * scaleY + marginY,
    }
    return wholePixels(wanted, photo)
  })
  for (let merged = true; merged;) {
    merged = false
    const kept: Rectangle[] = []
    for (const window of windows) {
      const index = kept.findIndex((other) => overlap(window, other))
      const other = kept[index]
      if (other === undefined) kept.push(window)
      else {
        kept[index] = union(window, other)
        merged = true
      }
    }
    windows = kept
  }
  return windows
}

interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function boundsOf(cells: readonly number[], width: number): Bounds {
  let [left, right, top, bottom] = [Infinity, 0, Infinity, 0]
  for (const cell of cells) {
    const x = cell % width
    const y = Math.floor(cell / width)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom }
}

/** The pixels of a photo that bounds reach into. */
export function wholePixels({ left, top, right, bottom }: Bounds, photo: ImageSize): Rectangle {
  const x = Math.max(0, Math.floor(left))
  const y = Math.max(0, Math.floor(top))
  return {
    x,
    y,
    width: Math.min(photo.width, Math.ceil(right)) - x,
    height: Math.min(photo.height, Math.ceil(bottom)) - y,
  }
}

/** The part of a window that lies in a frame; the two must overlap. */
export function clippedWindow(window: Rectangle, frame: Rectangle): Rectangle {
  const x = Math.max(window.x, frame.x)
  const y = Math.max(window.y, frame.y)
  return {
    x,
    y,
    width: Math.min(window.x + window.width, frame.x + frame.width) - x,
    height: Math.min(window.y + window.height, frame.y + frame.height) - y,
  }
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

function union(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}
