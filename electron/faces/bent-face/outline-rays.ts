import type { ImageSize } from '../../contract/image-size.ts'
import type { Point } from '../geometry/point.ts'
import { pointAt } from './part-sides.ts'
import type { FaceFrame } from './face-frame.ts'

/** Pixels from the picture's border within which an outline is not seen: what is there may go on outside. */
const BORDER = 3
const STEP = 0.5

/**
 * Where rays from the centre of a face leave a piece of a picture for the last time, one for each angle (0 is across the face, π / 2 down it);
 * undefined where the piece reaches the picture's border, or is not met.
 */
export function outlineRays(
  pixels: Uint32Array,
  { width, height }: ImageSize,
  frame: FaceFrame,
  angles: readonly number[],
): readonly (Point | undefined)[] {
  const mask = new Uint8Array(width * height)
  for (const pixel of pixels) mask[pixel] = 1
  const farthest = Math.hypot(width, height)
  return angles.map((angle) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    let [last, end] = [0, 0]
    for (let reach = 1; reach < farthest; reach += STEP) {
      const { x, y } = pointAt(frame, cos * reach, sin * reach)
      if (x < 0 || y < 0 || x >= width || y >= height) break
      end = reach
      if (mask[Math.floor(y) * width + Math.floor(x)] === 1) last = reach
    }
    if (last === 0 || last > end - BORDER) return undefined
    return pointAt(frame, cos * (last + STEP / 2), sin * (last + STEP / 2))
  })
}
