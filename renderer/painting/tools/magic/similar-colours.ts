import { connected } from '../../../model/raster/flood-fill.ts'

/** Pixels connected to the start whose colour lies within the tolerance (CIELAB distance) of the start's. */
export function similarColours(
  lab: Float32Array,
  width: number,
  height: number,
  start: { readonly x: number; readonly y: number },
  tolerance: number,
): Uint8Array {
  const seed = start.y * width + start.x
  const [l = 0, a = 0, b = 0] = lab.subarray(3 * seed, 3 * seed + 3)
  const open = new Uint8Array(width * height)
  for (let pixel = 0; pixel < open.length; pixel += 1) {
    const far = Math.hypot((lab[3 * pixel] ?? 0) - l, (lab[3 * pixel + 1] ?? 0) - a, (lab[3 * pixel + 2] ?? 0) - b)
    open[pixel] = far <= tolerance ? 1 : 0
  }
  return connected(open, width, height, seed)
}
