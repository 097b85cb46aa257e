import type { ImageSize } from '../../../../contract/image-size.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { resampleImage } from '../../../preprocess/resample-image.ts'

/** A place in a picture, in shares of its sides. */
export interface Centre {
  readonly x: number
  readonly y: number
}

/** The size of a photo that is scaled until it covers another size, and where of it the covered part begins. */
export interface CoverPlace extends ImageSize {
  readonly left: number
  readonly top: number
}

export function coverPlace(photo: ImageSize, size: ImageSize, centre: Centre): CoverPlace {
  const scale = Math.max(size.width / photo.width, size.height / photo.height)
  const width = Math.max(Math.round(photo.width * scale), size.width)
  const height = Math.max(Math.round(photo.height * scale), size.height)
  const left = Math.round(Math.min(Math.max(centre.x * width - size.width / 2, 0), width - size.width))
  const top = Math.round(Math.min(Math.max(centre.y * height - size.height / 2, 0), height - size.height))
  return { width, height, left, top }
}

/** A photo scaled until it covers a size, and cut to it around a place. */
export function covering(photo: RgbImage, size: ImageSize, centre: Centre): RgbImage {
  const { width, height, left, top } = coverPlace(photo, size, centre)
  const scaled = resampleImage(photo, { width, height })
  const data = new Uint8Array(size.width * size.height * 3)
  for (let y = 0; y < size.height; y++) {
    const from = ((top + y) * width + left) * 3
    data.set(scaled.data.subarray(from, from + size.width * 3), y * size.width * 3)
  }
  return { width: size.width, height: size.height, data }
}
