import { cellSums, smoothed, spread } from './light-cells.ts'
import { FORBIDDEN, TEXTURE_STEPS, type Colours, type Labels, type Texture } from './raster.ts'

/**
 * The light of a picture: its colours averaged over cells, apart for each class, so that sky does not bleed into the
 * trees before it. What a class does not reach is filled from where it is.
 */
export interface ClassLight {
  readonly columns: number
  readonly rows: number
  /** Cells per pixel of the picture that the light belongs to, in either direction. */
  readonly scaleX: number
  readonly scaleY: number
  /** Where that picture begins, in cells: not 0 for a part of a larger one. */
  readonly left: number
  readonly top: number
  /** Cell colours of each class that occurs, rows × columns × RGB. */
  readonly cells: ReadonlyMap<number, Float32Array>
}

/** A size in pixels. */
interface Size {
  readonly width: number
  readonly height: number
}

/**
 * @param size of the picture that the light will be taken from or given to; `colours` and `labels` may be smaller
 * @param cell side of a cell in pixels of that picture
 */
export function classLight(colours: Colours, labels: Labels, size: Size, cell: number): ClassLight {
  const columns = Math.max(1, Math.ceil(size.width / cell))
  const rows = Math.max(1, Math.ceil(size.height / cell))
  const cells = new Map<number, Float32Array>()
  const full = (colours.width * colours.height) / (columns * rows)
  for (const [label, sums] of cellSums(colours, labels, size, cell, columns, rows))
    cells.set(label, spread(smoothed(sums, columns, rows), columns, rows, full))
  return { columns, rows, scaleX: 1 / cell, scaleY: 1 / cell, left: 0, top: 0, cells }
}

/** The light of a part of a picture that begins at a place of it. */
export function lightOfPart(light: ClassLight, { x, y }: { readonly x: number; readonly y: number }): ClassLight {
  return { ...light, left: light.left + x * light.scaleX, top: light.top + y * light.scaleY }
}

/** How much of the mean difference a class takes that the photo does not show. */
const STRANGER_SHARE = 0.35

/**
 * The light of a generated picture, corrected so that it goes on from a photo's: where the photo shows a class, the light
 * is the photo's; elsewhere the difference is spread like a membrane, apart for each class. Classes that the photo does not
 * show take part of the mean difference.
 *
 * @param labels of the photo, `FORBIDDEN` where it is replaced
 */
export function continuedLight(
  generated: ClassLight,
  photo: Colours,
  labels: Labels,
  size: Size,
  cell: number,
): ClassLight {
  const { columns, rows } = generated
  const full = (photo.width * photo.height) / (columns * rows)
  const all = new Float32Array(columns * rows * 4)
  const differences = new Map<number, Float32Array>()
  for (const [label, sums] of cellSums(photo, labels, size, cell, columns, rows)) {
    const own = generated.cells.get(label)
    if (own === undefined) continue
    for (let at = 0; at < columns * rows; at++) {
      const weight = sums[at * 4 + 3] ?? 0
      for (let channel = 0; channel < 3; channel++)
        sums[at * 4 + channel] = (sums[at * 4 + channel] ?? 0) - weight * (own[at * 3 + channel] ?? 0)
    }
    for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) + (sums[at] ?? 0)
    differences.set(label, spread(smoothed(sums, columns, rows), columns, rows, full))
  }
  const mean = spread(smoothed(all, columns, rows), columns, rows, full)
  const cells = new Map<number, Float32Array>()
  for (const [label, own] of generated.cells) {
    const difference = differences.get(label)
    cells.set(
      label,
      own.map((value, at) => value + (difference?.[at] ?? STRANGER_SHARE * (mean[at] ?? 0))),
    )
  }
  return { ...generated, cells }
}

/** Where a row of pixels lies between cell centres, worked out once per width. */
export interface LightColumns {
  readonly at: Int32Array
  readonly share: Float32Array
}

/** @param pixels size of one pixel in pixels of the picture that the light belongs to (2 in the next coarser level) */
export function lightColumns(light: ClassLight, width: number, pixels: number): LightColumns {
  const at = new Int32Array(width)
  const share = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    const place = Math.min(Math.max((x + 0.5) * pixels * light.scaleX + light.left - 0.5, 0), light.columns - 1)
    const column = Math.min(Math.floor(place), Math.max(0, light.columns - 2))
    at[x] = column * 3
    share[x] = light.columns > 1 ? place - column : 0
  }
  return { at, share }
}

/**
 * The light of one row of pixels, each pixel's by its own class: RGB per pixel into `row`. Pixels of classes without
 * light get zeros.
 */
export function lightOfRow(
  light: ClassLight,
  columns: LightColumns,
  labels: Uint8Array,
  offset: number,
  y: number,
  pixels: number,
  row: Float32Array,
): void {
  const place = Math.min(Math.max((y + 0.5) * pixels * light.scaleY + light.top - 0.5, 0), light.rows - 1)
  const top = Math.min(Math.floor(place), Math.max(0, light.rows - 2))
  const down = light.rows > 1 ? place - top : 0
  const upper = top * light.columns * 3
  const lower = upper + (light.rows > 1 ? light.columns * 3 : 0)
  const right = light.columns > 1 ? 3 : 0
  const width = columns.at.length
  let label = -1
  let cells: Float32Array | undefined
  for (let x = 0; x < width; x++) {
    const own = labels[offset + x] ?? FORBIDDEN
    if (own !== label) {
      label = own
      cells = light.cells.get(own)
    }
    if (cells === undefined) {
      row[x * 3] = row[x * 3 + 1] = row[x * 3 + 2] = 0
      continue
    }
    const at = columns.at[x] ?? 0
    const across = columns.share[x] ?? 0
    const a = (1 - across) * (1 - down)
    const b = across * (1 - down)
    const c = (1 - across) * down
    const d = across * down
    const from = upper + at
    const under = lower + at
    row[x * 3] =
      (cells[from] ?? 0) * a +
      (cells[from + right] ?? 0) * b +
      (cells[under] ?? 0) * c +
      (cells[under + right] ?? 0) * d
    row[x * 3 + 1] =
      (cells[from + 1] ?? 0) * a +
      (cells[from + right + 1] ?? 0) * b +
      (cells[under + 1] ?? 0) * c +
      (cells[under + right + 1] ?? 0) * d
    row[x * 3 + 2] =
      (cells[from + 2] ?? 0) * a +
      (cells[from + right + 2] ?? 0) * b +
      (cells[under + 2] ?? 0) * c +
      (cells[under + right + 2] ?? 0) * d
  }
}

/** A picture without its light. @param pixels see `lightColumns` */
export function textureOf(colours: Colours, labels: Labels, light: ClassLight, pixels: number): Texture {
  const { width, height, data: source } = colours
  const columns = lightColumns(light, width, pixels)
  const row = new Float32Array(width * 3)
  const data = new Int16Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    lightOfRow(light, columns, labels.data, y * width, y, pixels, row)
    darkenRow(source, row, data, y * width * 3)
  }
  return { width, height, data }
}

function darkenRow(source: Colours['data'], light: Float32Array, data: Int16Array, start: number): void {
  for (let i = 0; i < light.length; i++) data[start + i] = ((source[start + i] ?? 0) - (light[i] ?? 0)) * TEXTURE_STEPS
}
