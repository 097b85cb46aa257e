export const SMALLEST_BRUSH = 1
export const LARGEST_BRUSH = 300

/** The next diameter when a size key is pressed: one pixel for fine brushes, about an eighth for large ones. */
export function steppedBrushSize(size: number, direction: 1 | -1): number {
  const step = Math.max(1, Math.round(size / 8))
  return Math.min(LARGEST_BRUSH, Math.max(SMALLEST_BRUSH, size + direction * step))
}
