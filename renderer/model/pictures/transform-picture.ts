import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { LARGEST_SIDE } from '../document/document-structure.ts'
import { carriedPoint, type DocumentTransform } from '../document/document-transform.ts'
import { coveringCrop } from './fit-picture.ts'

/** The grey of places that the picture does not reach. */
const EMPTY = 128

/**
 * The picture that shows in the changed document what the old one showed in the old document (`coveringCrop`), with as many
 * pixels per document pixel, but no side above `LARGEST_SIDE`. Sampled bilinearly.
 */
export function transformPicture(picture: RgbImage, { from, to, back }: DocumentTransform): RgbImage {
  const crop = coveringCrop(picture, from)
  const density = crop.width / from.width
  const kept = Math.min(density, LARGEST_SIDE / Math.max(to.width, to.height))
  const width = Math.max(1, Math.round(to.width * kept))
  const height = Math.max(1, Math.round(to.height * kept))
  const data = new Uint8Array(width * height * 3)
  let at = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inOld = carriedPoint(back, { x: ((x + 0.5) * to.width) / width, y: ((y + 0.5) * to.height) / height })
      sample(picture, crop.x + inOld.x * density - 0.5, crop.y + inOld.y * density - 0.5, data, at)
      at += 3
    }
  }
  return { width, height, data }
}

/** @param x, y Of the place between pixel centres. */
function sample({ width, height, data }: RgbImage, x: number, y: number, out: Uint8Array, at: number): void {
  if (x < -0.51 || y < -0.51 || x > width - 0.49 || y > height - 0.49) {
    out.fill(EMPTY, at, at + 3)
    return
  }
  const column = Math.min(width - 1, Math.max(0, x))
  const row = Math.min(height - 1, Math.max(0, y))
  const left = Math.floor(column)
  const top = Math.floor(row)
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const across = column - left
  const down = row - top
  for (let channel = 0; channel < 3; channel += 1) {
    const value = (px: number, py: number): number => data[3 * (py * width + px) + channel] ?? 0
    const upper = value(left, top) * (1 - across) + value(right, top) * across
    const lower = value(left, bottom) * (1 - across) + value(right, bottom) * across
    out[at + channel] = Math.round(upper * (1 - down) + lower * down)
  }
}
