import type { PhotoPixels } from '../contract/photo-pixels.ts'
import { smoothContours } from '../detail/label-contours.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels } from '../detail/raster.ts'
import type { Rectangle } from '../contract/photo-patch.ts'
import { coloursOf } from './photo-colours.ts'

/** A class that is on less than this share of the window's pixels is looked for elsewhere in the photo. */
const LEAST_SHARE = 0.02

/** A picture that can be copied from. */
export interface SourcePart {
  readonly colours: Colours
  readonly labels: Labels
}

/**
 * Parts of the photo that a changed place copies from: its surroundings, and for each wanted class that they lack the part of
 * the photo that shows most of it.
 *
 * @param labels of the whole photo, `FORBIDDEN` where it is replaced; at any size of its proportions
 * @param most pixels of the surroundings
 */
export async function photoSources(
  photo: PhotoPixels,
  labels: Labels,
  place: Rectangle,
  wanted: ReadonlySet<number>,
  most: number,
  checkpoint: Checkpoint,
): Promise<readonly SourcePart[]> {
  const around = surroundings(place, photo, most)
  const parts = [around]
  for (const label of wanted) {
    const share = shareOf(label, labels, around, photo)
    if (share >= LEAST_SHARE) continue
    const richest = richestPart(label, labels, place, photo, most)
    if (richest !== undefined && shareOf(label, labels, richest, photo) > share * 2) parts.push(richest)
  }
  const sources: SourcePart[] = []
  for (const part of parts) {
    // In the middle of a large change nothing around may be copied.
    if (parts.length > 1 && shareOf(FORBIDDEN, labels, part, photo) === 1) continue
    await checkpoint()
    const colours = coloursOf(photo, part)
    await checkpoint()
    sources.push({ colours, labels: labelsOfPart(labels, part, photo) })
  }
  return sources
}

/** Labels of a part of the photo. @param size of the result, the part's own unless given */
export function labelsOfPart(
  labels: Labels,
  part: Rectangle,
  photo: { width: number; height: number },
  size: { readonly width: number; readonly height: number } = part,
): Labels {
  const area = areaOf(labels, part, photo)
  // A preview has a pixel for each cell: there is nothing to smooth.
  const isOwnSize = nearlySame(area.width, size.width) && nearlySame(area.height, size.height)
  return isOwnSize
    ? roughLabelsOfPart(labels, part, photo, size)
    : smoothContours(labels, size.width, size.height, area)
}

function nearlySame(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.01 * other
}

/** The same with stair steps at borders, in a fraction of the time: for sums over many pixels. */
export function roughLabelsOfPart(
  labels: Labels,
  part: Rectangle,
  photo: { width: number; height: number },
  { width, height }: { readonly width: number; readonly height: number },
): Labels {
  const { x, y, width: across, height: down } = areaOf(labels, part, photo)
  const columns = Int32Array.from({ length: width }, (_, column) =>
    Math.min(labels.width - 1, Math.floor(x + ((column + 0.5) * across) / width)),
  )
  const data = new Uint8Array(width * height)
  for (let row = 0, at = 0; row < height; row++) {
    const from = Math.min(labels.height - 1, Math.floor(y + ((row + 0.5) * down) / height)) * labels.width
    for (let column = 0; column < width; column++, at++) data[at] = labels.data[from + (columns[column] ?? 0)] ?? 0
  }
  return { width, height, data }
}

function areaOf(labels: Labels, part: Rectangle, photo: { width: number; height: number }): Rectangle {
  const scaleX = labels.width / photo.width
  const scaleY = labels.height / photo.height
  return { x: part.x * scaleX, y: part.y * scaleY, width: part.width * scaleX, height: part.height * scaleY }
}

/** A place, grown evenly up to the photo's edges or the largest source. */
function surroundings(place: Rectangle, photo: { width: number; height: number }, most: number): Rectangle {
  let best = place
  for (let share = 0.1; share <= 2; share += 0.1) {
    const marginX = Math.round(place.width * share)
    const marginY = Math.round(place.height * share)
    const x = Math.max(0, place.x - marginX)
    const y = Math.max(0, place.y - marginY)
    const width = Math.min(photo.width, place.x + place.width + marginX) - x
    const height = Math.min(photo.height, place.y + place.height + marginY) - y
    if (width * height > most) break
    best = { x, y, width, height }
  }
  return best
}

function shareOf(label: number, labels: Labels, part: Rectangle, photo: { width: number; height: number }): number {
  const area = areaOf(labels, part, photo)
  const right = Math.min(labels.width, Math.ceil(area.x + area.width))
  const bottom = Math.min(labels.height, Math.ceil(area.y + area.height))
  let own = 0
  let all = 0
  for (let y = Math.floor(area.y); y < bottom; y++)
    for (let x = Math.floor(area.x); x < right; x++, all++) if (labels.data[y * labels.width + x] === label) own++
  return all === 0 ? 0 : own / all
}

/** Of parts a third of the photo wide and high, the one that shows most of a class; undefined when none shows any. */
function richestPart(
  label: number,
  labels: Labels,
  place: Rectangle,
  photo: { width: number; height: number },
  mostAround: number,
): Rectangle | undefined {
  const shrink = Math.min(1, Math.sqrt(mostAround / 4 / ((photo.width * photo.height) / 9)))
  const width = Math.max(Math.min(place.width, photo.width), Math.round((photo.width / 3) * shrink))
  const height = Math.max(Math.min(place.height, photo.height), Math.round((photo.height / 3) * shrink))
  let best: Rectangle | undefined
  let most = 0
  for (let row = 0; row <= 8; row++)
    for (let column = 0; column <= 8; column++) {
      const part = {
        x: Math.round(((photo.width - width) * column) / 8),
        y: Math.round(((photo.height - height) * row) / 8),
        width,
        height,
      }
      const share = shareOf(label, labels, part, photo)
      if (share > most) {
        most = share
        best = part
      }
    }
  return best
}

/** Several parts as one picture, one below the other, with forbidden gaps between them. */
export function stacked(parts: readonly SourcePart[]): SourcePart {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const width = Math.max(...parts.map(({ labels }) => labels.width))
  const tops: number[] = []
  let height = 0
  for (const { labels } of parts) {
    tops.push(height)
    // Coarse levels halve pixels in pairs: parts begin where every level has a pixel of its own.
    height = Math.ceil((height + labels.height + GAP) / GAP) * GAP
  }
  const colours = new Float32Array(width * height * 3)
  const labels = new Uint8Array(width * height).fill(FORBIDDEN)
  parts.forEach((part, index) => {
    const top = tops[index] ?? 0
    for (let y = 0; y < part.labels.height; y++) {
      const from = y * part.labels.width
      const to = (top + y) * width
      labels.set(part.labels.data.subarray(from, from + part.labels.width), to)
      colours.set(part.colours.data.subarray(from * 3, (from + part.labels.width) * 3), to * 3)
    }
  })
  return { colours: { width, height, data: colours }, labels: { width, height, data: labels } }
}

const GAP = 64
