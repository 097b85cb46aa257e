import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import { transform } from '../../../faces/geometry/similarity.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'

/** A map over the photo as the part shows it; beyond the photo's edges mirrored, as the part's pixels are. */
export function sampledMap(
  map: LabelMap,
  { photo, toGiven }: PreparedPhoto,
  working: ImageSize,
  side: number,
): LabelMap {
  const data = new Uint8Array(side * side)
  const step = photo.width / side
  for (let y = 0, at = 0; y < side; y++)
    for (let x = 0; x < side; x++, at++) {
      const place = transform(toGiven, { x: (x + 0.5) * step, y: (y + 0.5) * step })
      const column = mirrored(Math.floor((place.x * map.width) / working.width), map.width)
      const row = mirrored(Math.floor((place.y * map.height) / working.height), map.height)
      data[at] = map.data[row * map.width + column] ?? 0
    }
  return { width: side, height: side, data }
}

function mirrored(index: number, size: number): number {
  const period = 2 * size
  const folded = ((index % period) + period) % period
  return folded < size ? folded : period - 1 - folded
}
