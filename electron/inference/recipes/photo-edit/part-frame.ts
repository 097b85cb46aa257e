import type { ImageSize } from '../../../contract/image-size.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import { widened } from '../../../detail/class-codes.ts'
import { transform } from '../../../faces/geometry/similarity.ts'
import type { ChangedRegion } from '../../../photo-edit/changed-region.ts'
import { wholePixels } from '../../../photo-edit/edit-windows.ts'
import type { PhotoSquare } from '../../reading/photo-reader.ts'

/** What changes within a part. Close to the part's edge the change fades out, because beyond it the photo stays. */
export function within(region: ChangedRegion, inside: Uint8Array): ChangedRegion {
  const { width, height, core, whole } = region
  const rim = 1 + Math.round(Math.sqrt(inside.reduce((sum, value) => sum + value, 0)) * RIM)
  const outside = widened(
    inside.map((value) => 1 - value),
    width,
    height,
    rim,
  )
  return {
    ...region,
    core: core.map((value, at) => value & (1 - (outside[at] ?? 0))),
    whole: whole.map((value, at) => value & (inside[at] ?? 0)),
  }
}

/** Share of a part's side over which changes fade out at its edge. */
const RIM = 0.02

/** The upright rectangle around a part, in the photo's pixels. */
export function frameOf(
  { photo: { width, height }, toGiven }: PhotoSquare,
  working: ImageSize,
  photo: ImageSize,
): Rectangle {
  const corners = [0, width].flatMap((x) => [0, height].map((y) => transform(toGiven, { x, y })))
  const across = photo.width / working.width
  const down = photo.height / working.height
  const xs = corners.map(({ x }) => x * across)
  const ys = corners.map(({ y }) => y * down)
  const bounds = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  return wholePixels(bounds, photo)
}
