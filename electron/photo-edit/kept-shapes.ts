import type { ImageSize } from '../contract/image-size.ts'
import type { Rectangle } from '../contract/photo-patch.ts'
import { widened } from '../detail/class-codes.ts'
import {
  classLight,
  continuedLight,
  lightColumns,
  lightOfRow,
  textureOf,
  type ClassLight,
} from '../detail/class-light.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels } from '../detail/raster.ts'
import { resampleColours } from '../detail/resample-colours.ts'
import { withLight } from '../detail/target-level.ts'
import { boxMeans } from './box-means.ts'
import type { ChangedRegion } from './changed-region.ts'
import { roughLabelsOfPart } from './photo-source.ts'

/** A generated picture over a window, with the light of its classes before and after it was joined to the photo's. */
interface PaintedWindow {
  readonly picture: Colours
  readonly labels: Labels
  readonly own: ClassLight
  readonly joined: ClassLight
}

/** Light that continues the photo's, and the picture that it belongs to. */
export interface JoinedLight {
  readonly light: ClassLight
  /** Side of its cells in pixels of the photo. */
  readonly cell: number
  /** At the generated picture's size, or the window's if that is smaller. */
  readonly picture: Colours
}

/** Where a window lies, and how much of it changes. */
interface WindowPlace {
  readonly region: ChangedRegion
  readonly window: Rectangle
  readonly photo: ImageSize
  /** See `EditedWindow`. */
  readonly keptCell: number
}

/**
 * The light of a window whose generated shapes are kept: all colours of the picture, joined to the photo, count as the light
 * of one class, so that only what is finer is left to be copied.
 *
 * @param colours the photo over the window, at any size
 */
export async function keptShapes(
  { picture, labels, own, joined }: PaintedWindow,
  colours: Colours,
  { region, window, photo, keptCell }: WindowPlace,
  checkpoint: Checkpoint,
): Promise<JoinedLight> {
  const moved = shifted(picture, labels, { own, joined }, window.width / picture.width)
  await checkpoint()
  const edge = edgeLabels(region, window, photo, colours, keptCell)
  const even = joinedBorder(moved, colours, edge, window, keptCell)
  return { light: classLight(even, evenLabels(even), window, keptCell), cell: keptCell, picture: even }
}

/** A picture moved by as much as its light was, without steps where the labels of two classes meet. */
function shifted(
  picture: Colours,
  labels: Labels,
  { own, joined }: { readonly own: ClassLight; readonly joined: ClassLight },
  pixels: number,
): Colours {
  const { width, height } = picture
  const shift = new Float32Array(width * height * 3)
  const columns = lightColumns(own, width, pixels)
  const from = new Float32Array(width * 3)
  const to = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    lightOfRow(own, columns, labels.data, y * width, y, pixels, from)
    lightOfRow(joined, columns, labels.data, y * width, y, pixels, to)
    for (let at = 0; at < width * 3; at++) shift[y * width * 3 + at] = (to[at] ?? 0) - (from[at] ?? 0)
  }
  const { data } = boxMeans({ width, height, data: shift }, SHIFT_BLUR)
  return { width, height, data: data.map((value, at) => value + (picture.data[at] ?? 0)) }
}

/** Over how many pixels of the generated picture, on either side, the shifts of two classes go over into each other. */
const SHIFT_BLUR = 4

/** Over how many kept cells inside the region what is left of the difference at its border fades. */
const FADING_CELLS = 16
/** No class: the middle of the region, where the generated picture is right as it is. */
const MIDDLE = 1

/** What is to be done where: the photo stays, the border fades, and the middle is the generated picture's. */
function edgeLabels(
  { whole, width, height }: ChangedRegion,
  window: Rectangle,
  photo: ImageSize,
  size: ImageSize,
  cell: number,
): Labels {
  const outside = whole.map((value) => 1 - value)
  const fading = widened(outside, width, height, 1 + Math.round((FADING_CELLS * cell * width) / photo.width))
  const data = whole.map((value, at) => (value === 0 ? 0 : fading[at] === 1 ? FORBIDDEN : MIDDLE))
  return roughLabelsOfPart({ width, height, data }, window, photo, size)
}

/** Brings a picture to the photo along the region's border, with a difference that fades towards its middle. */
function joinedBorder(picture: Colours, photo: Colours, edge: Labels, window: Rectangle, cell: number): Colours {
  const even = evenLabels(picture)
  const own = classLight(picture, even, window, cell)
  const same = resampleColours(picture, photo.width, photo.height)
  const data = new Float32Array(photo.data.length)
  edge.data.forEach((label, at) => {
    const from = label === MIDDLE ? same : photo
    for (let value = at * 3; value < at * 3 + 3; value++) data[value] = from.data[value] ?? 0
  })
  const labels = { ...edge, data: edge.data.map((label) => (label === FORBIDDEN ? FORBIDDEN : 0)) }
  const joined = continuedLight(own, { ...photo, data }, labels, window, cell)
  const pixels = window.width / picture.width
  return withLight({ texture: textureOf(picture, even, own, pixels), labels: even }, joined, pixels)
}

/** Labels of one class. */
function evenLabels({ width, height }: ImageSize): Labels {
  return { width, height, data: new Uint8Array(width * height) }
}
