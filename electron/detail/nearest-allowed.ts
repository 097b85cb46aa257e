import type { Labels } from './raster.ts'

/** For each cell the nearest one that is allowed (itself where it is); undefined when none or all are. */
export function nearestAllowed(forbidden: Labels, width: number, height: number): Int32Array | undefined {
  const blocked = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < forbidden.height; y++)
    for (let x = 0; x < forbidden.width; x++, at++)
      if (forbidden.data[at] !== 0)
        blocked[Math.floor((y * height) / forbidden.height) * width + Math.floor((x * width) / forbidden.width)] = 1
  if (!blocked.includes(1) || !blocked.includes(0)) return undefined
  const result = new Int32Array(width * height).fill(-1)
  let ring: number[] = []
  blocked.forEach((value, cell) => {
    if (value === 1) return
    result[cell] = cell
    ring.push(cell)
  })
  while (ring.length > 0) {
    const next: number[] = []
    for (const cell of ring) {
      const x = cell % width
      for (const beside of [x > 0 ? cell - 1 : -1, x < width - 1 ? cell + 1 : -1, cell - width, cell + width]) {
        if (beside < 0 || beside >= result.length || result[beside] !== -1) continue
        result[beside] = result[cell] ?? -1
        next.push(beside)
      }
    }
    ring = next
  }
  return result
}
