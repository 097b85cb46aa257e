import { PATCH, STRIDE, type SourceLevel } from './patch-levels.ts'

/**
 * Where every patch of the target is copied from. Patches stand on a grid of `STRIDE` pixels: the one of column i and
 * row j begins at pixel (STRIDE·(i − 1), STRIDE·(j − 1)), so that the outermost reach over the picture's edge.
 */
export interface PatchField {
  readonly columns: number
  readonly rows: number
  /** Top left pixel of the source patch, columns × rows; −1 where nothing is copied yet. */
  readonly x: Int32Array
  readonly y: Int32Array
}

export function emptyField(width: number, height: number): PatchField {
  const columns = Math.ceil(width / STRIDE) + 1
  const rows = Math.ceil(height / STRIDE) + 1
  return { columns, rows, x: new Int32Array(columns * rows).fill(-1), y: new Int32Array(columns * rows).fill(-1) }
}

/**
 * The field at twice the size: every patch goes on copying from where its coarser patch did, at the same relative place.
 *
 * @param width of the finer target
 */
export function finerField(coarse: PatchField, width: number, height: number, source: SourceLevel): PatchField {
  const field = emptyField(width, height)
  const half = PATCH / 2
  for (let j = 0; j < field.rows; j++)
    for (let i = 0; i < field.columns; i++) {
      // The finer patch is centred on fine pixel 4i, which is coarse pixel 2i; coarse patches are centred on 4I.
      const coarseColumn = Math.min((i + (j & 1)) >> 1, coarse.columns - 1)
      const coarseRow = Math.min((j + (i & 1)) >> 1, coarse.rows - 1)
      const from = coarseRow * coarse.columns + coarseColumn
      const sourceX = coarse.x[from] ?? -1
      if (sourceX < 0) continue
      const x = 2 * (sourceX + half) + STRIDE * i - 2 * STRIDE * coarseColumn - half
      const y = 2 * ((coarse.y[from] ?? 0) + half) + STRIDE * j - 2 * STRIDE * coarseRow - half
      placeNear(field, j * field.columns + i, x, y, source)
    }
  return field
}

/** Lets a patch copy from here, or from the nearest allowed place a few pixels off. */
function placeNear(field: PatchField, at: number, x: number, y: number, { allowed, labels }: SourceLevel): void {
  for (let reach = 0; reach <= 2 * PATCH; reach += 2)
    for (let dy = -reach; dy <= reach; dy += Math.max(reach, 1))
      for (let dx = -reach; dx <= reach; dx += Math.max(reach, 1)) {
        const column = x + dx
        const row = y + dy
        if (column < 0 || row < 0 || column >= labels.width || row >= labels.height) continue
        if (allowed[row * labels.width + column] !== 1) continue
        field.x[at] = column
        field.y[at] = row
        return
      }
}
