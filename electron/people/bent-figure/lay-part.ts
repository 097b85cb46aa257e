import type { RgbImage } from '../../contract/rgb-image.ts'
import type { CutOut } from './cut-out.ts'
import type { MovedPart } from './moved-parts.ts'

/** Movers whose weight has a smaller logarithm change nothing to be seen: they weigh less than 0.002. */
const LEAST_EXPONENT = -6.2
/** From this share on a pixel shows the part, and no longer what lies behind it. */
const SHOWN = 0.5

/** A picture into which parts are laid. */
export interface LaidPicture {
  readonly image: RgbImage
  /** x and y of the place in the photo that each pixel shows, in pixels of the photo; NaN for the background. */
  readonly origins: Float32Array
  /** How much of each pixel is somebody, 0..1. */
  readonly coverage: Float32Array
}

/**
 * Lays a part where the pose asks for it, over what is there already. The movers' places are mixed by how near each is, as
 * in linear blend skinning (Magnenat-Thalmann and others, 1988), so that a sleeve bends without a break.
 */
export function layPart(picture: LaidPicture, cut: CutOut, part: MovedPart): void {
  const { width, height } = picture.image
  const { movers, softness, reach, lines, farthest } = part
  const ends = lines.flatMap(({ from, to }) => [from, to])
  const left = Math.max(0, Math.floor(Math.min(...ends.map(({ x }) => x)) - farthest))
  const right = Math.min(width, Math.ceil(Math.max(...ends.map(({ x }) => x)) + farthest))
  const top = Math.max(0, Math.floor(Math.min(...ends.map(({ y }) => y)) - farthest))
  const bottom = Math.min(height, Math.ceil(Math.max(...ends.map(({ y }) => y)) + farthest))
  const place = new Float64Array(2)
  const away = new Float64Array(movers.length)
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const share = reach(x + 0.5, y + 0.5)
      if (share === 0) continue
      let least = Infinity
      for (let index = 0; index < movers.length; index++) {
        const apart = movers[index]?.apart(x + 0.5, y + 0.5) ?? Infinity
        away[index] = apart
        if (apart < least) least = apart
      }
      if (least > farthest) continue
      let total = 0
      let column = 0
      let row = 0
      for (let index = 0; index < movers.length; index++) {
        const behind = (least - (away[index] ?? Infinity)) / softness
        if (behind < LEAST_EXPONENT) continue
        const weight = Math.exp(behind)
        movers[index]?.map(x + 0.5, y + 0.5, place)
        total += weight
        column += weight * (place[0] ?? 0)
        row += weight * (place[1] ?? 0)
      }
      layPixel(picture, y * width + x, cut, column / total, row / total, share)
    }
}

/** Lays one place of a cut-out over a pixel, bilinear between the middles of the cut-out's pixels. */
function layPixel(
  { image: { data }, origins, coverage }: LaidPicture,
  pixel: number,
  { photo, alpha }: CutOut,
  x: number,
  y: number,
  most: number,
): void {
  const left = Math.floor(x - 0.5)
  const top = Math.floor(y - 0.5)
  if (left < -1 || top < -1 || left >= photo.width || top >= photo.height) return
  const across = x - 0.5 - left
  const down = y - 0.5 - top
  let share = 0
  let red = 0
  let green = 0
  let blue = 0
  for (let corner = 0; corner < 4; corner++) {
    const column = left + (corner & 1)
    const row = top + (corner >> 1)
    if (column < 0 || row < 0 || column >= photo.width || row >= photo.height) continue
    const from = row * photo.width + column
    const weight =
      ((corner & 1) === 1 ? across : 1 - across) * (corner > 1 ? down : 1 - down) * (alpha[from] ?? 0) * most
    share += weight
    red += weight * (photo.data[from * 3] ?? 0)
    green += weight * (photo.data[from * 3 + 1] ?? 0)
    blue += weight * (photo.data[from * 3 + 2] ?? 0)
  }
  if (share === 0) return
  coverage[pixel] = 1 - (1 - (coverage[pixel] ?? 0)) * (1 - share)
  const at = pixel * 3
  data[at] = Math.round((data[at] ?? 0) * (1 - share) + red)
  data[at + 1] = Math.round((data[at + 1] ?? 0) * (1 - share) + green)
  data[at + 2] = Math.round((data[at + 2] ?? 0) * (1 - share) + blue)
  if (share < SHOWN) return
  origins[pixel * 2] = x
  origins[pixel * 2 + 1] = y
}
