import type { RgbImage } from '../../contract/rgb-image.ts'
import { withCells } from './add-cells.ts'
import type { PartCells } from './part-cells.ts'

/** A part of fewer cells than this says nothing sure of its colour. */
const LEAST_CELLS = 48
/** Levels of mean difference from which on two parts are not the same thing in another light: one of them was mistaken. */
const MOST_APART = 25

/** Mean colours of the parts of somebody. */
export interface PartColours {
  /** How many cells each part covers. */
  readonly cells: Float32Array
  /** parts × 3, levels */
  readonly colours: Float32Array
}

export function partColours({ classes, shares, colours }: PartCells): PartColours {
  const cells = new Float32Array(classes)
  const sums = new Float32Array(classes * 3)
  for (let at = 0; at < shares.length; at++) {
    const part = at % classes
    const share = shares[at] ?? 0
    const cell = Math.floor(at / classes) * 3
    cells[part] = (cells[part] ?? 0) + share
    for (let channel = 0; channel < 3; channel++)
      sums[part * 3 + channel] = (sums[part * 3 + channel] ?? 0) + share * (colours[cell + channel] ?? 0)
  }
  return { cells, colours: sums.map((sum, at) => sum / Math.max(cells[Math.floor(at / 3)] ?? 0, 1e-6)) }
}

/**
 * A painted person with the mean colour that each part has in the exemplar: a dress that was painted a little too dark gets its own
 * tone again. What lies behind stays as it is.
 *
 * @param painted the parts of the picture @param wanted those of the exemplar
 */
export function keepColours(picture: RgbImage, painted: PartCells, wanted: PartColours): RgbImage {
  const shifts = shiftsOf(partColours(painted), wanted)
  if (shifts.every((shift) => shift === 0)) return picture
  const { columns, rows, classes, shares } = painted
  const moved = new Float32Array(columns * rows * 3)
  for (let cell = 0; cell < columns * rows; cell++)
    for (let part = 1; part < classes; part++) {
      const share = shares[cell * classes + part] ?? 0
      for (let channel = 0; channel < 3; channel++)
        moved[cell * 3 + channel] = (moved[cell * 3 + channel] ?? 0) + share * (shifts[part * 3 + channel] ?? 0)
    }
  return withCells(picture, moved, columns, rows)
}

/** parts × 3: by how much each part is off; 0 where that is not sure. */
function shiftsOf(painted: PartColours, wanted: PartColours): Float32Array {
  const shifts = new Float32Array(painted.colours.length)
  for (let part = 1; part < painted.cells.length; part++) {
    if ((painted.cells[part] ?? 0) < LEAST_CELLS || (wanted.cells[part] ?? 0) < LEAST_CELLS) continue
    const apart = [0, 1, 2].map(
      (channel) => (wanted.colours[part * 3 + channel] ?? 0) - (painted.colours[part * 3 + channel] ?? 0),
    )
    const mean = apart.reduce((sum, value) => sum + Math.abs(value), 0) / 3
    if (mean <= MOST_APART) shifts.set(apart, part * 3)
  }
  return shifts
}
