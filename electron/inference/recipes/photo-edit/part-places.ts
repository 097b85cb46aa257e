import { CocanvasError } from '../../../contract/error-codes.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import { widened } from '../../../detail/class-codes.ts'
import { scaleOf, transform } from '../../../faces/geometry/similarity.ts'
import type { ChangedRegion } from '../../../photo-edit/changed-region.ts'
import { clippedWindow, editWindows, wholePixels } from '../../../photo-edit/edit-windows.ts'
import type { LendingPlaces } from '../../../photo-edit/forbidden-places.ts'
import { hasPieceOutside } from '../../../photo-edit/pieces-outside.ts'
import { vanishedPlaces } from '../../../photo-edit/vanished-places.ts'
import { partOwners } from '../../reading/part-owners.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace } from './edit-place.ts'

/**
 * The changes of a photo by the prepared parts that they lie in. What reaches past a part stays as it is.
 *
 * @param working size of the photo that the parts were found in
 * @param native side of the pack's pictures
 * @param outside what is said of a change that lies in no part
 * @throws CocanvasError `bad-request` for such a change
 */
export function partPlaces(
  { before, after, region }: Omit<LendingPlaces, 'lends'>,
  parts: readonly PreparedPhoto[],
  working: ImageSize,
  photo: ImageSize,
  native: number,
  outside: string,
): readonly EditPlace[] {
  const owners = partOwners(parts, working, region)
  if (hasPieceOutside(region, owners)) throw new CocanvasError('bad-request', outside)
  return parts.flatMap((part, index) => {
    const lends = owners.map((owner) => (owner === index + 1 ? 1 : 0))
    const own = within(region, lends)
    if (!own.core.includes(1)) return []
    const frame = frameOf(part, working, photo)
    const windows = editWindows(own.whole, own.width, own.height, photo).map((window) => clippedWindow(window, frame))
    const forbidden = vanishedPlaces({ before, after, region: own, lends })
    const side = (scaleOf(part.toGiven) * part.photo.width * photo.width) / working.width
    return [{ region: own, windows, forbidden, keptCell: (side / native) * KEPT_PIXELS, part, side }]
  })
}

/** What changes within a part. Close to the part's edge the change fades out, because beyond it the photo stays. */
function within(region: ChangedRegion, inside: Uint8Array): ChangedRegion {
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
function frameOf(
  { photo: { width, height }, toGiven }: PreparedPhoto,
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

/** Shapes of the pack's pictures are kept down to this many of their pixels. */
const KEPT_PIXELS = 0.5
