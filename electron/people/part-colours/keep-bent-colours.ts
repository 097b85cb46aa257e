import type { RgbImage } from '../../contract/rgb-image.ts'
import type { BentFigure } from '../bent-figure/bend-figure.ts'
import { withCells } from './add-cells.ts'

/** Side of the cells whose mean colours are compared, in pixels: larger than folds and buttons, smaller than a sleeve is long. */
const CELL = 8
/** A colour is moved by no more levels: beyond that the network mended what bending had torn. */
const MOST_MOVED = 25
/** Cells of which less is somebody are moved as their neighbours are. */
const LEAST_COVERED = 0.25

/**
 * A painted person with the colours of the bent exemplar, cell by cell: a dress that was painted a little too dark gets its own
 * tone again, and keeps what was painted into it. What lies behind stays as it is.
 */
export function keepBentColours(
  picture: RgbImage,
  { image, coverage }: Pick<BentFigure, 'image' | 'coverage'>,
): RgbImage {
  const { width, height } = picture
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const covered = new Float32Array(columns * rows)
  const apart = new Float32Array(columns * rows * 3)
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++) {
      const share = coverage[pixel] ?? 0
      if (share === 0) continue
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL)
      covered[cell] = (covered[cell] ?? 0) + share
      for (let channel = 0; channel < 3; channel++) {
        const at = pixel * 3 + channel
        const sum = (apart[cell * 3 + channel] ?? 0) + share * ((image.data[at] ?? 0) - (picture.data[at] ?? 0))
        apart[cell * 3 + channel] = sum
      }
    }
  return withCells(picture, meansOf(apart, covered, columns, rows), columns, rows, coverage)
}

/** Mean differences over each cell and those beside it, bounded. */
function meansOf(apart: Float32Array, covered: Float32Array, columns: number, rows: number): Float32Array {
  const means = new Float32Array(apart.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      const alone = (covered[cell] ?? 0) >= LEAST_COVERED * CELL ** 2
      const reach = alone ? 0 : 1
      let weight = 0
      const sums = [0, 0, 0]
      for (let y = Math.max(row - reach, 0); y <= Math.min(row + reach, rows - 1); y++)
        for (let x = Math.max(column - reach, 0); x <= Math.min(column + reach, columns - 1); x++) {
          const other = y * columns + x
          weight += covered[other] ?? 0
          for (let channel = 0; channel < 3; channel++)
            sums[channel] = (sums[channel] ?? 0) + (apart[other * 3 + channel] ?? 0)
        }
      if (weight === 0) continue
      for (let channel = 0; channel < 3; channel++)
        means[cell * 3 + channel] = Math.min(Math.max((sums[channel] ?? 0) / weight, -MOST_MOVED), MOST_MOVED)
    }
  return means
}
