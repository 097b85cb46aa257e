import type { ScalarMap } from '../../../contract/scalar-map.ts'

/** The hottest cell and the share of all heat within one cell around it (0..1); ties go to the first cell. */
export function bestMatch(heat: ScalarMap): {
  readonly column: number
  readonly row: number
  readonly confidence: number
} {
  let best = 0
  let total = 0
  for (let i = 0; i < heat.data.length; i++) {
    const value = heat.data[i] ?? 0
    total += value
    if (value > (heat.data[best] ?? 0)) best = i
  }
  const column = best % heat.width
  const row = Math.floor(best / heat.width)
  let near = 0
  for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, heat.height - 1); y++)
    for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, heat.width - 1); x++)
      near += heat.data[y * heat.width + x] ?? 0
  return { column, row, confidence: total > 0 ? Math.min(near / total, 1) : 0 }
}
