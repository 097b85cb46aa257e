import { halvedColours } from './pyramid.ts'
import type { Colours } from './raster.ts'

/** A part of a picture, in its pixels; numbers may be fractions. */
export interface ColourArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture at another size: halved while it is more than twice as large, then bilinear. */
export function resampleColours(picture: Colours, width: number, height: number): Colours {
  if (picture.width === width && picture.height === height) return picture
  let from = picture
  while (from.width >= width * 2 && from.height >= height * 2) from = halvedColours(from)
  return enlargedPart(from, { x: 0, y: 0, width: from.width, height: from.height }, width, height)
}

/** A part of a picture, at about its own size or larger, bilinear; edges of the picture are repeated. */
export function enlargedPart(
  { width: fromWidth, height: fromHeight, data: source }: Colours,
  area: ColourArea,
  width: number,
  height: number,
): Colours {
  const data = new Float32Array(width * height * 3)
  const lefts = new Int32Array(width)
  const shares = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    const across = clamp(area.x + ((x + 0.5) * area.width) / width - 0.5, fromWidth - 1)
    lefts[x] = Math.min(Math.floor(across), Math.max(0, fromWidth - 2))
    shares[x] = across - (lefts[x] ?? 0)
  }
  const right = fromWidth > 1 ? 3 : 0
  const below = fromHeight > 1 ? fromWidth * 3 : 0
  for (let y = 0, out = 0; y < height; y++) {
    const place = clamp(area.y + ((y + 0.5) * area.height) / height - 0.5, fromHeight - 1)
    const top = Math.min(Math.floor(place), Math.max(0, fromHeight - 2))
    const down = place - top
    for (let x = 0; x < width; x++) {
      const share = shares[x] ?? 0
      const at = (top * fromWidth + (lefts[x] ?? 0)) * 3
      for (let channel = at; channel < at + 3; channel++, out++) {
        const upper = (source[channel] ?? 0) * (1 - share) + (source[channel + right] ?? 0) * share
        const lower = (source[channel + below] ?? 0) * (1 - share) + (source[channel + below + right] ?? 0) * share
        data[out] = upper * (1 - down) + lower * down
      }
    }
  }
  return { width, height, data }
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest)
}
