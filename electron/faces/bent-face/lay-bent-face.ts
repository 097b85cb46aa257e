import type { ImageSize } from '../../contract/image-size.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { BentShares } from './bent-shares.ts'

const SCALE = 2 / 255

/**
 * Lays a bent exemplar over a warp.
 *
 * @param warp planes of red, green and blue of a layout's size, −1..1; a new array comes back
 * @param places of `fieldPlaces`, in pixels of the photo
 */
export function layBentFace(
  warp: Float32Array,
  { width, height }: ImageSize,
  photo: RgbImage,
  places: Float32Array,
  { bent, background }: BentShares,
): Float32Array {
  const laid = warp.slice()
  const plane = width * height
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++) {
      const open = background[pixel] ?? 0
      const share = bent[pixel] ?? 0
      if (share > 0 && open < 1)
        layPlace(laid, plane, pixel, share, photo, places[pixel * 2] ?? 0, places[pixel * 2 + 1] ?? 0)
      if (open > 0)
        layPlace(
          laid,
          plane,
          pixel,
          open,
          photo,
          ((x + 0.5) * photo.width) / width,
          ((y + 0.5) * photo.height) / height,
        )
    }
  return laid
}

/** Mixes one place of a photo into a pixel: bicubic, since bilinear places would be seen as a blur beside the photo itself. */
function layPlace(
  laid: Float32Array,
  plane: number,
  pixel: number,
  share: number,
  { width, height, data }: RgbImage,
  x: number,
  y: number,
): void {
  const left = Math.floor(x - 0.5)
  const top = Math.floor(y - 0.5)
  const beside = x - 0.5 - left
  const below = y - 0.5 - top
  const first = inside(left - 1, width) * 3
  const second = inside(left, width) * 3
  const third = inside(left + 1, width) * 3
  const fourth = inside(left + 2, width) * 3
  const [a, b, c, d] = [cubic(-1 - beside), cubic(-beside), cubic(1 - beside), cubic(2 - beside)]
  let red = 0
  let green = 0
  let blue = 0
  for (let row = -1; row < 3; row++) {
    const down = cubic(row - below)
    if (down === 0) continue
    const start = inside(top + row, height) * width * 3
    const [e, f, g, h] = [start + first, start + second, start + third, start + fourth]
    red += down * (a * (data[e] ?? 0) + b * (data[f] ?? 0) + c * (data[g] ?? 0) + d * (data[h] ?? 0))
    green += down * (a * (data[e + 1] ?? 0) + b * (data[f + 1] ?? 0) + c * (data[g + 1] ?? 0) + d * (data[h + 1] ?? 0))
    blue += down * (a * (data[e + 2] ?? 0) + b * (data[f + 2] ?? 0) + c * (data[g + 2] ?? 0) + d * (data[h + 2] ?? 0))
  }
  mix(laid, pixel, share, red)
  mix(laid, pixel + plane, share, green)
  mix(laid, pixel + 2 * plane, share, blue)
}

function mix(laid: Float32Array, at: number, share: number, level: number): void {
  const was = laid[at] ?? 0
  laid[at] = was + share * (Math.min(Math.max(level, 0), 255) * SCALE - 1 - was)
}

function inside(place: number, length: number): number {
  return place < 0 ? 0 : place >= length ? length - 1 : place
}

/** Of Keys' cubics (1981), of which −0.5 is the usual one: this one gives back about as much of what is fine as moving pixels takes. */
const SHARPNESS = -1.25

function cubic(distance: number): number {
  const d = Math.abs(distance)
  if (d < 1) return ((SHARPNESS + 2) * d - (SHARPNESS + 3)) * d * d + 1
  return d < 2 ? (((d - 5) * d + 8) * d - 4) * SHARPNESS : 0
}
