import type { RgbImage } from '../../electron/contract/rgb-image.ts'

/** Pictures of one size in a row. */
export function sideBySide(pictures: readonly RgbImage[]): RgbImage {
  const [{ width, height } = { width: 1, height: 1 }] = pictures
  const data = new Uint8Array(width * pictures.length * height * 3)
  pictures.forEach((picture, index) => {
    for (let y = 0; y < height; y++)
      data.set(picture.data.subarray(y * width * 3, (y + 1) * width * 3), (y * pictures.length + index) * width * 3)
  })
  return { width: width * pictures.length, height, data }
}
