import type { LayoutPoint } from '../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { ScalarMap } from '../../../electron/contract/scalar-map.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'

/**
 * Number of layout points asked about along each side: enough to show regions, few enough to answer in about a second.
 */
export const REVERSE_SIDE = 16

/** The centres of a coarse grid over the layout, row by row, in pixels. */
export function gridPoints({ width, height }: ImageSize): LayoutPoint[] {
  return Array.from({ length: REVERSE_SIDE * REVERSE_SIDE }, (_, index) => ({
    x: Math.floor((((index % REVERSE_SIDE) + 0.5) * width) / REVERSE_SIDE),
    y: Math.floor(((Math.floor(index / REVERSE_SIDE) + 0.5) * height) / REVERSE_SIDE),
  }))
}

/**
 * How much each layout point takes from one place of the exemplar: the column of the correspondence, read from the rows
 * that were asked for.
 *
 * @param rows Heat maps over the exemplar, one per grid point, in the order of `gridPoints`; undefined for points that
 * take from another exemplar.
 * @param at 0..1 across and down the exemplar.
 */
export function reverseHeat(rows: readonly (ScalarMap | undefined)[], at: LayoutPoint): ScalarMap {
  const data = Float32Array.from({ length: REVERSE_SIDE * REVERSE_SIDE }, (_, index) => {
    const row = rows[index]
    if (row === undefined) return 0
    const column = Math.min(row.width - 1, Math.max(0, Math.floor(at.x * row.width)))
    const line = Math.min(row.height - 1, Math.max(0, Math.floor(at.y * row.height)))
    return aroundCell(row, column, line)
  })
  return { width: REVERSE_SIDE, height: REVERSE_SIDE, data }
}

/** The heat of a cell and its neighbours, because a click is never exactly on the cell that was meant. */
function aroundCell({ width, height, data }: ScalarMap, column: number, line: number): number {
  let sum = 0
  for (let y = Math.max(0, line - 1); y <= Math.min(height - 1, line + 1); y += 1)
    for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x += 1) sum += data[y * width + x] ?? 0
  return sum
}
