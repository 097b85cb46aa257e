import { photoDepth, type PhotoPixels } from '../contract/photo-pixels.ts'
import type { Rectangle } from '../contract/photo-patch.ts'
import type { Checkpoint } from '../detail/raster.ts'
import { resampleColours } from '../detail/resample-colours.ts'
import type { EditedWindow } from './edited-window.ts'
import type { LentPart } from './lent-part.ts'
import { roughLabelsOfPart } from './photo-source.ts'

/**
 * The same edit in a photo whose sides are so many times smaller. Its regions and labels lie over grids, and stay.
 *
 * @param factor a whole number above 1
 */
export async function reducedWindow(
  edited: EditedWindow,
  factor: number,
  checkpoint: Checkpoint,
): Promise<EditedWindow> {
  const photo = await reducedPhoto(edited.photo, factor, checkpoint)
  const borrowed: LentPart[] = []
  for (const part of edited.borrowed) {
    borrowed.push(reducedPart(part, factor))
    await checkpoint()
  }
  return { ...edited, photo, borrowed, window: reducedRectangle(edited.window, factor, photo) }
}

function reducedRectangle({ x, y, width, height }: Rectangle, factor: number, photo: PhotoPixels): Rectangle {
  const left = Math.floor(x / factor)
  const top = Math.floor(y / factor)
  return {
    x: left,
    y: top,
    width: Math.min(photo.width, Math.ceil((x + width) / factor)) - left,
    height: Math.min(photo.height, Math.ceil((y + height) / factor)) - top,
  }
}

/** Means over squares of pixels, at the photo's own depth; what is left over at the right and below is cut off. */
async function reducedPhoto(photo: PhotoPixels, factor: number, checkpoint: Checkpoint): Promise<PhotoPixels> {
  const { channels } = photo
  const width = Math.max(1, Math.floor(photo.width / factor))
  const height = Math.max(1, Math.floor(photo.height / factor))
  const length = width * height * channels
  const data = photoDepth(photo) === 16 ? new Uint16Array(length) : new Uint8Array(length)
  const sums = new Float64Array(width * channels)
  for (let y = 0; y < height; y++) {
    if (y % ROWS_AT_ONCE === 0) await checkpoint()
    sums.fill(0)
    const rows = Math.min(factor, photo.height - y * factor)
    addRows(photo, y * factor, rows, factor, sums)
    data.set(
      sums.map((sum) => Math.round(sum / factor ** 2)),
      y * sums.length,
    )
  }
  return { width, height, channels, data }
}

/** Adds each value of some rows to the sum of the reduced pixel that it belongs to. */
function addRows(photo: PhotoPixels, first: number, rows: number, factor: number, sums: Float64Array): void {
  const { width, channels, data } = photo
  for (let row = first; row < first + rows; row++)
    for (let to = 0, at = row * width * channels; to < sums.length; to += channels)
      for (let column = 0; column < factor; column++)
        for (let channel = 0; channel < channels; channel++, at++)
          sums[to + channel] = (sums[to + channel] ?? 0) + (data[at] ?? 0)
}

const ROWS_AT_ONCE = 32

function reducedPart(part: LentPart, factor: number): LentPart {
  const width = Math.max(LEAST_SIDE, Math.round(part.colours.width / factor))
  const height = Math.max(LEAST_SIDE, Math.round(part.colours.height / factor))
  const { colours, labels } = part
  const whole = { x: 0, y: 0, width: labels.width, height: labels.height }
  return {
    ...part,
    colours: resampleColours(colours, width, height),
    labels: roughLabelsOfPart(labels, whole, labels, { width, height }),
  }
}

/** A part that lends is at least so wide and high, in pixels: smaller ones have no place for a patch. */
const LEAST_SIDE = 16
