import type { Checkpoint } from './raster.ts'

/** Rows or columns that are blurred between two checkpoints. */
const LINES = 64

/**
 * A plane blurred by 1 4 6 4 1 both ways, with neighbours `step` pixels apart. Pixels of another class, and those outside, do
 * not flow in: in their place the pixel itself counts, so that nothing glows along borders.
 *
 * @param codes see `classCodes`; whether a pixel is near a border makes no difference
 */
export async function blurredWithinClasses(
  plane: Float32Array,
  codes: Uint8Array,
  width: number,
  height: number,
  step: number,
  checkpoint: Checkpoint,
): Promise<Float32Array<ArrayBuffer>> {
  const across = new Float32Array(plane.length)
  for (let y = 0; y < height; y++) {
    if (y % LINES === 0) await checkpoint()
    blurRow(plane, codes, across, y * width, width, step, 1, y * width, (y + 1) * width)
  }
  const result = new Float32Array(plane.length)
  for (let y = 0; y < height; y++) {
    if (y % LINES === 0) await checkpoint()
    blurRow(across, codes, result, y * width, width, step, width, 0, plane.length)
  }
  return result
}

/** One row of pixels, from neighbours that lie `along` values apart and within `first` to `end` − 1. */
function blurRow(
  from: Float32Array,
  codes: Uint8Array,
  to: Float32Array,
  start: number,
  width: number,
  step: number,
  along: number,
  first: number,
  end: number,
): void {
  const near = step * along
  const far = 2 * near
  for (let at = start; at < start + width; at++) {
    const own = from[at] ?? 0
    const label = (codes[at] ?? 0) >> 1
    let sum = 6 * own
    sum += 4 * (at - near >= first && (codes[at - near] ?? 0) >> 1 === label ? (from[at - near] ?? 0) : own)
    sum += 4 * (at + near < end && (codes[at + near] ?? 0) >> 1 === label ? (from[at + near] ?? 0) : own)
    sum += at - far >= first && (codes[at - far] ?? 0) >> 1 === label ? (from[at - far] ?? 0) : own
    sum += at + far < end && (codes[at + far] ?? 0) >> 1 === label ? (from[at + far] ?? 0) : own
    to[at] = sum / 16
  }
}
