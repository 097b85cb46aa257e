import type { RgbImage } from '../../../electron/contract/rgb-image.ts'

/**
 * The part of a picture that shows when it is enlarged or reduced until it covers a document; what hangs over is cut
 * evenly on both sides. In picture pixels.
 */
export interface Crop {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

export function coveringCrop(picture: Size, document: Size): Crop {
  const scale = Math.min(picture.width / document.width, picture.height / document.height)
  const width = document.width * scale
  const height = document.height * scale
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height }
}

/** That part of a picture at the document's size; each pixel is the mean of those that it comes from. */
export function fitPicture(picture: RgbImage, { width, height }: Size): RgbImage {
  if (picture.width === width && picture.height === height) return picture
  const crop = coveringCrop(picture, { width, height })
  const data = new Uint8Array(width * height * 3)
  const columns = sourceRanges(crop.x, crop.width, width, picture.width)
  const rows = sourceRanges(crop.y, crop.height, height, picture.height)
  let at = 0
  for (const [top, bottom] of rows) {
    for (const [left, right] of columns) {
      let red = 0
      let green = 0
      let blue = 0
      for (let y = top; y < bottom; y += 1) {
        for (let from = 3 * (y * picture.width + left); from < 3 * (y * picture.width + right); from += 3) {
          red += picture.data[from] ?? 0
          green += picture.data[from + 1] ?? 0
          blue += picture.data[from + 2] ?? 0
        }
      }
      const count = (bottom - top) * (right - left)
      data[at] = Math.round(red / count)
      data[at + 1] = Math.round(green / count)
      data[at + 2] = Math.round(blue / count)
      at += 3
    }
  }
  return { width, height, data }
}

/**
 * For every target pixel the source pixels that it covers, at least one: the first of them and the one after the last.
 */
function sourceRanges(start: number, length: number, target: number, source: number): (readonly [number, number])[] {
  return Array.from({ length: target }, (_, index) => {
    const from = Math.min(source - 1, Math.floor(start + (index * length) / target))
    const to = Math.min(source, Math.floor(start + ((index + 1) * length) / target))
    return [from, Math.max(from + 1, to)] as const
  })
}
