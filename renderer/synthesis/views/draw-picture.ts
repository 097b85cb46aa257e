import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ScalarMap } from '../../../electron/contract/scalar-map.ts'

/** What drawing needs of a canvas element. */
export interface PictureCanvas {
  width: number
  height: number
  readonly getContext: (kind: '2d') => {
    readonly putImageData: (image: ImageData, x: number, y: number) => void
  } | null
}

/** Draws a picture at its own size; the canvas takes that size. */
export function drawPicture(canvas: PictureCanvas, { width, height, data }: RgbImage): void {
  const image = new ImageData(width, height)
  const pixels = image.data
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    pixels[to] = data[from] ?? 0
    pixels[to + 1] = data[from + 1] ?? 0
    pixels[to + 2] = data[from + 2] ?? 0
    pixels[to + 3] = 255
  }
  putImage(canvas, image)
}

/** Draws doubt: the less confident a cell, the more red covers it. */
export function drawDoubt(canvas: PictureCanvas, { width, height, data }: ScalarMap): void {
  const image = new ImageData(width, height)
  data.forEach((confidence, index) => {
    image.data.set([255, 64, 48, Math.round(200 * (1 - Math.min(1, Math.max(0, confidence))))], 4 * index)
  })
  putImage(canvas, image)
}

/** Draws heat from transparent over orange to white, relative to its hottest cell. */
export function drawHeat(canvas: PictureCanvas, { width, height, data }: ScalarMap): void {
  const image = new ImageData(width, height)
  const hottest = data.reduce((most, value) => Math.max(most, value), 1e-12)
  data.forEach((value, index) => {
    // The square root brightens faint places, so that the second best can be seen beside a sharp best match.
    const heat = Math.sqrt(value / hottest)
    image.data.set(
      [255, Math.round(90 + 165 * heat * heat), Math.round(40 + 215 * heat ** 4), Math.round(235 * heat)],
      4 * index,
    )
  })
  putImage(canvas, image)
}

function putImage(canvas: PictureCanvas, image: ImageData): void {
  if (canvas.width !== image.width || canvas.height !== image.height) {
    canvas.width = image.width
    canvas.height = image.height
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0)
}
