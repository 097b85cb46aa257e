import type { RgbImage } from '../../../electron/contract/rgb-image.ts'

const canvases = new WeakMap<RgbImage, HTMLCanvasElement>()

/** A picture as a canvas that can be drawn; made once per picture and garbage-collected with it. */
export function pictureCanvas(picture: RgbImage): HTMLCanvasElement {
  const known = canvases.get(picture)
  if (known !== undefined) return known
  const { width, height, data } = picture
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const image = new ImageData(width, height)
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    image.data[to] = data[from] ?? 0
    image.data[to + 1] = data[from + 1] ?? 0
    image.data[to + 2] = data[from + 2] ?? 0
    image.data[to + 3] = 255
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  canvases.set(picture, canvas)
  return canvas
}
