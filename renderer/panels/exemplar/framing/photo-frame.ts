import type { PhotoFrame } from '../../../../electron/contract/exemplar-library.ts'

interface Size {
  readonly width: number
  readonly height: number
}

export const wholePhoto: PhotoFrame = { angle: 0, x: 0, y: 0, width: 1, height: 1 }

/** A smaller box shows too little to take a style from. */
const SMALLEST_SHARE = 0.1

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))

export function isWhole({ angle, width, height }: PhotoFrame): boolean {
  return angle === 0 && width > 0.999 && height > 0.999
}

/** Whether both show the same part of a photo. */
export function sameFrame(one: PhotoFrame, other: PhotoFrame): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6
  return (
    one.angle === other.angle &&
    near(one.x, other.x) &&
    near(one.y, other.y) &&
    near(one.width, other.width) &&
    near(one.height, other.height)
  )
}

/** The box at another place, inside 0..1. */
export function movedFrame(frame: PhotoFrame, x: number, y: number): PhotoFrame {
  return { ...frame, x: between(0, frame.x + x, 1 - frame.width), y: between(0, frame.y + y, 1 - frame.height) }
}

/** The box with its lower right corner moved; the upper left one stays. */
export function resizedFrame(frame: PhotoFrame, x: number, y: number): PhotoFrame {
  return {
    ...frame,
    width: between(SMALLEST_SHARE, frame.width + x, 1 - frame.x),
    height: between(SMALLEST_SHARE, frame.height + y, 1 - frame.y),
  }
}

/**
 * The frame shrunk about its middle until all its corners lie on the turned photo.
 *
 * @param photo Its proportions.
 */
export function insidePhoto(frame: PhotoFrame, photo: Size): PhotoFrame {
  // By bisection. If the middle of the box lies outside too, nothing fits, and the middle is moved inside first.
  const centred = covers(scaled(frame, 0), photo)
    ? frame
    : { ...frame, x: 0.5 - frame.width / 2, y: 0.5 - frame.height / 2 }
  if (covers(centred, photo)) return centred
  let fits = 0
  let tooLarge = 1
  for (let step = 0; step < 24; step += 1) {
    const middle = (fits + tooLarge) / 2
    if (covers(scaled(centred, middle), photo)) fits = middle
    else tooLarge = middle
  }
  return scaled(centred, fits)
}

function scaled(frame: PhotoFrame, by: number): PhotoFrame {
  const width = frame.width * by
  const height = frame.height * by
  return {
    ...frame,
    x: frame.x + (frame.width - width) / 2,
    y: frame.y + (frame.height - height) / 2,
    width,
    height,
  }
}

/** Whether all four corners lie on the photo. */
function covers({ angle, x, y, width, height }: PhotoFrame, photo: Size): boolean {
  const radians = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const
  return corners.every(([cornerX, cornerY]) => {
    const fromMiddleX = (cornerX - 0.5) * photo.width
    const fromMiddleY = (cornerY - 0.5) * photo.height
    const sourceX = (cos * fromMiddleX + sin * fromMiddleY) / photo.width
    const sourceY = (cos * fromMiddleY - sin * fromMiddleX) / photo.height
    return Math.abs(sourceX) <= 0.5 + 1e-6 && Math.abs(sourceY) <= 0.5 + 1e-6
  })
}
