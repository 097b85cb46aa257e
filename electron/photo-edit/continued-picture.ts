import type { Rectangle } from '../contract/photo-patch.ts'
import type { PhotoPixels } from '../contract/photo-pixels.ts'
import { classLight, lightColumns, lightOfRow } from '../detail/class-light.ts'
import { FORBIDDEN, type Colours, type Labels } from '../detail/raster.ts'
import type { ChangedRegion } from './changed-region.ts'
import { sampledColours } from './photo-colours.ts'
import { roughLabelsOfPart } from './photo-source.ts'

/** Longer side at which the photo is continued: detail is copied afterwards. */
const SIDE = 512
/** Side of a cell of light, in pixels of that size. */
const CELL = 4

/**
 * A window of a photo in which what changes goes on from what stays, each class from its own surroundings: behind hair that
 * is gone there is the background's light on either side, across a rim of glasses the skin's.
 *
 * @param labels wanted, over the region's grid
 * @param unsure 1 where its light says nothing of the labels, over the same grid
 */
export function continuedPicture(
  photo: PhotoPixels,
  window: Rectangle,
  labels: Labels,
  { whole }: ChangedRegion,
  unsure?: Uint8Array,
): Colours {
  const colours = sampledColours(photo, window, SIDE)
  const { width, height } = colours
  const only = (isLeft: (at: number) => boolean): Labels => ({
    ...labels,
    data: labels.data.map((label, at) => (isLeft(at) ? label : FORBIDDEN)),
  })
  const staying = roughLabelsOfPart(
    only((at) => whole[at] !== 1),
    window,
    photo,
    colours,
  )
  const lending = roughLabelsOfPart(
    only((at) => whole[at] !== 1 && unsure?.[at] !== 1),
    window,
    photo,
    colours,
  )
  const wanted = roughLabelsOfPart(labels, window, photo, colours)
  const light = classLight(colours, lending, colours, CELL)
  const columns = lightColumns(light, width, 1)
  const data = Float32Array.from(colours.data)
  const row = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    lightOfRow(light, columns, wanted.data, y * width, y, 1, row)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (staying.data[at] !== FORBIDDEN || !light.cells.has(wanted.data[at] ?? FORBIDDEN)) continue
      for (let channel = 0; channel < 3; channel++) data[at * 3 + channel] = row[x * 3 + channel] ?? 0
    }
  }
  return { width, height, data }
}
