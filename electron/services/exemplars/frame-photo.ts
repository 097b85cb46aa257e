import type { PhotoFrame } from '../../contract/exemplar-library.ts'
import { MAXIMUM_IMAGE_SIDE, type ImageSize } from '../../contract/image-size.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'

/** Longest side to decode a photo at, so that its frame has about the side that is asked for. */
export function sideForFrame({ width, height }: ImageSize, frame: PhotoFrame, longestSide: number): number {
  const framed = Math.max(frame.width * width, frame.height * height)
  return Math.min(MAXIMUM_IMAGE_SIDE, Math.ceil((longestSide * Math.max(width, height)) / framed))
}

/** The photo turned about its middle and cut to the box; bilinear, so that straight edges stay straight. */
export function framePhoto(photo: RgbImage, frame: PhotoFrame): RgbImage {
  const width = Math.max(1, Math.round(frame.width * photo.width))
  const height = Math.max(1, Math.round(frame.height * photo.height))
  const angle = (frame.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [photo.width / 2, photo.height / 2]
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    const fromMiddleY = frame.y * photo.height + y + 0.5 - middleY
    for (let x = 0; x < width; x += 1) {
      const fromMiddleX = frame.x * photo.width + x + 0.5 - middleX
      const sourceX = cos * fromMiddleX + sin * fromMiddleY + middleX - 0.5
      const sourceY = cos * fromMiddleY - sin * fromMiddleX + middleY - 0.5
      copyPixel(photo, sourceX, sourceY, data, 3 * (y * width + x))
    }
  }
  return { width, height, data }
}

/** Beyond the photo its nearest pixel goes on. */
function copyPixel({ width, height, data }: RgbImage, x: number, y: number, to: Uint8Array, at: number): void {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)))
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const across = Math.min(1, Math.max(0, x - left))
  const down = Math.min(1, Math.max(0, y - top))
  for (let channel = 0; channel < 3; channel += 1) {
    const value = (column: number, row: number): number => data[3 * (row * width + column) + channel] ?? 0
    const upper = value(left, top) * (1 - across) + value(right, top) * across
    const lower = value(left, bottom) * (1 - across) + value(right, bottom) * across
    to[at + channel] = Math.round(upper * (1 - down) + lower * down)
  }
}
