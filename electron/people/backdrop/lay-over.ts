import type { RgbImage } from '../../contract/rgb-image.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'

/** One picture over another of its size, as far as the mask (0..1) says. */
export function layOver(picture: RgbImage, mask: ScalarMap, behind: RgbImage): RgbImage {
  const data = new Uint8Array(picture.data.length)
  for (let at = 0; at < data.length; at++) {
    const share = mask.data[Math.floor(at / 3)] ?? 0
    data[at] = Math.round((picture.data[at] ?? 0) * share + (behind.data[at] ?? 0) * (1 - share))
  }
  return { ...picture, data }
}

/** A picture of one colour. */
export function plainPicture(
  { width, height }: Pick<RgbImage, 'width' | 'height'>,
  colour: readonly number[],
): RgbImage {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < data.length; at++) data[at] = colour[at % 3] ?? 0
  return { width, height, data }
}
