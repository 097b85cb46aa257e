import type { ImageSize } from '../../contract/image-size.ts'
import { inverse, scaleOf, transform } from '../../faces/geometry/similarity.ts'
import type { PhotoSquare, PreparedPhoto } from './photo-reader.ts'

/**
 * Which prepared part of a photo each cell of a map over the photo belongs to: its number from 1, or 0 where there is none.
 * Where parts overlap, as the squares of people who stand close do, a cell belongs to the part whose middle is nearest for
 * its size.
 *
 * @param photo the size that the parts' places refer to
 */
export function partOwners(parts: readonly PhotoSquare[], photo: ImageSize, { width, height }: ImageSize): Uint8Array {
  const owners = new Uint8Array(width * height)
  const nearest = new Float32Array(width * height).fill(Infinity)
  const across = photo.width / width
  const down = photo.height / height
  parts.slice(0, MOST_PARTS).forEach((part, index) => {
    const { width: side } = part.photo
    const toPart = inverse(part.toGiven)
    const middle = transform(part.toGiven, { x: side / 2, y: side / 2 })
    // Half of the square's diagonal holds it whatever its angle.
    const reach = (scaleOf(part.toGiven) * side) / Math.SQRT2
    const bottom = Math.min(height, Math.ceil((middle.y + reach) / down))
    const right = Math.min(width, Math.ceil((middle.x + reach) / across))
    for (let y = Math.max(0, Math.floor((middle.y - reach) / down)); y < bottom; y++)
      for (let x = Math.max(0, Math.floor((middle.x - reach) / across)); x < right; x++) {
        const place = transform(toPart, { x: (x + 0.5) * across, y: (y + 0.5) * down })
        if (place.x < 0 || place.y < 0 || place.x >= side || place.y >= side) continue
        const distance = Math.hypot(place.x / side - 0.5, place.y / side - 0.5)
        const at = y * width + x
        if (distance >= (nearest[at] ?? Infinity)) continue
        nearest[at] = distance
        owners[at] = index + 1
      }
  })
  return owners
}

/** The same with what lies around the parts: it belongs to the nearest of them where it is no part itself. */
export function surroundingsOwners(parts: readonly PreparedPhoto[], photo: ImageSize, size: ImageSize): Uint8Array {
  const owners = partOwners(parts, photo, size)
  const around = partOwners(
    parts.map((part) => part.around ?? part),
    photo,
    size,
  )
  return owners.map((owner, at) => (owner === 0 ? (around[at] ?? 0) : owner))
}

/** Numbers of parts have to fit into a byte. */
const MOST_PARTS = 255
