import type { Rectangle } from '../../contract/photo-patch.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { Colours } from '../../detail/raster.ts'
import { edgesAt, type MouthShape } from './mouth-shape.ts'
import type { BetweenLips } from './moved-mouth.ts'
import type { PartPoint } from './mouth-warp.ts'

/** Teeth follow the light of the two photos so far. */
const LEAST_GAIN = 0.7
const MOST_GAIN = 1.15
/** Share of a face that is darker than what tells its light. */
const BRIGHTEST = 0.97

/**
 * What another upright portrait shows between its lips.
 *
 * @param part the portrait that it is lent to, upright as well
 */
export function lentBetween(lender: RgbImage, shape: MouthShape, part: RgbImage): BetweenLips {
  const gain = Math.min(Math.max(brightness(part) / Math.max(1, brightness(lender)), LEAST_GAIN), MOST_GAIN)
  const { width, height } = lender
  return {
    colours: { width, height, data: Float32Array.from(lender.data, (value) => value * gain) },
    placeOf: (along, down) => {
      const [, upper, lower] = edgesAt(shape, along)
      const x = shape.left + along * (shape.right - shape.left)
      return { x: x * width, y: (upper + down * (lower - upper)) * width }
    },
  }
}

/**
 * How strong the light on a face is, by what is brightest around eyes and nose: whites and shine, which differ little between
 * dark and light skin.
 */
function brightness({ width, height, data }: RgbImage): number {
  const values: number[] = []
  for (let y = Math.floor(height * 0.35); y < height * 0.62; y++)
    for (let x = Math.floor(width * 0.3); x < width * 0.7; x++) values.push(data[(y * width + x) * 3 + 1] ?? 0)
  values.sort((one, other) => one - other)
  return values[Math.floor(values.length * BRIGHTEST)] ?? 0
}

/** Painted teeth are nowhere darker than this share of the mean that the picture has around them. */
const DARKEST = 0.5

/** What a pack painted between the lips, without the holes and glaring spots that networks leave there. */
export function paintedBetween(
  picture: Colours,
  window: Rectangle,
  toPhoto: (point: PartPoint) => PartPoint,
): BetweenLips {
  const { width, height } = picture
  let sum = 0
  for (const value of picture.data) sum += value
  const mean = sum / Math.max(1, picture.data.length)
  const data = picture.data.slice()
  for (let at = 0; at < data.length; at += 3) {
    const own = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3
    const lift = Math.max(0, DARKEST * mean - own)
    for (let value = at; value < at + 3; value++) data[value] = (data[value] ?? 0) + lift
  }
  return {
    colours: { width, height, data },
    placeOf: (_along, _down, point) => {
      const { x, y } = toPhoto(point)
      return { x: ((x - window.x) * width) / window.width, y: ((y - window.y) * height) / window.height }
    },
  }
}
