import type { ImageSize } from '../../../contract/image-size.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import { transform } from '../../../faces/geometry/similarity.ts'
import type { ChangedRegion } from '../../../photo-edit/changed-region.ts'
import { wholePixels } from '../../../photo-edit/edit-windows.ts'
import type { CellArea } from './part-cells.ts'
import type { PhotoSquare } from '../../reading/photo-reader.ts'

/** What changes within a part. Close to the part's edge the change fades out, because beyond it the photo stays. */
export function within(region: ChangedRegion, { cells, inner }: CellArea): ChangedRegion {
  const core = new Uint8Array(cells.length)
  const whole = new Uint8Array(cells.length)
  for (let at = 0; at < cells.length; at++) {
    core[at] = (region.core[at] ?? 0) & (inner[at] ?? 0)
    whole[at] = (region.whole[at] ?? 0) & (cells[at] ?? 0)
  }
  return { ...region, core, whole }
}

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
