import type { ChangedRegion } from './changed-region.ts'

/**
 * Whether a connected piece of what was changed (eight neighbours) lies wholly where nothing can be.
 *
 * @param inside non-zero where the photo can be edited, over the region's grid
 */
export function touchesNowhere({ width, height, core }: ChangedRegion, inside: Uint8Array): boolean {
  const seen = new Uint8Array(core.length)
  for (let start = 0; start < core.length; start++) {
    if (core[start] !== 1 || seen[start] === 1) continue
    let touches = false
    const stack = [start]
    seen[start] = 1
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if ((inside[at] ?? 0) !== 0) touches = true
      const x = at % width
      const y = Math.floor(at / width)
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const beside = row * width + column
          if (core[beside] !== 1 || seen[beside] === 1) continue
          seen[beside] = 1
          stack.push(beside)
        }
    }
    if (!touches) return true
  }
  return false
}
