import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { opaquePixels } from './rgba-pixels.ts'
import { CAPTION_HEIGHT, sheetPlaces } from './sheet-places.ts'

/** Coverage 0..255 per pixel. */
export interface CaptionMask {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export interface SheetEntry {
  readonly caption: CaptionMask
  readonly image: RgbImage
}

const PAPER = '#ffffff'
const INK = [34, 37, 43] as const

/** The pictures side by side with their names, on white; each is shown whole. @param size Of a place, in pixels. */
export function drawContactSheet(
  entries: readonly SheetEntry[],
  size: { readonly width: number; readonly height: number },
): RgbImage {
  const { width, height, cells } = sheetPlaces(entries.length, size)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('This browser cannot draw pictures: restart Cocanvas.')
  context.fillStyle = PAPER
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  entries.forEach(({ caption, image }, index) => {
    const cell = cells[index]
    if (cell === undefined) return
    const scale = Math.min(cell.width / image.width, cell.height / image.height)
    const drawn = { width: image.width * scale, height: image.height * scale }
    const x = cell.x + (cell.width - drawn.width) / 2
    const y = cell.y + (cell.height - drawn.height) / 2
    context.drawImage(pictureCanvas(image), x, y, drawn.width, drawn.height)
    if (caption.width === 0) return
    const left = Math.round(cell.x + (cell.width - caption.width) / 2)
    context.drawImage(inked(caption), left, Math.round(cell.captionY + (CAPTION_HEIGHT - caption.height) / 2))
  })
  return withoutAlpha(context.getImageData(0, 0, width, height))
}

function pictureCanvas(image: RgbImage): OffscreenCanvas {
  const { width, height, data } = opaquePixels(image)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0)
  return canvas
}

function inked({ width, height, data }: CaptionMask): OffscreenCanvas {
  const pixels = new ImageData(width, height)
  for (const [index, coverage] of data.entries()) pixels.data.set([...INK, coverage], 4 * index)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  return canvas
}

function withoutAlpha({ width, height, data }: ImageData): RgbImage {
  const rgb = new Uint8Array(width * height * 3)
  for (let index = 0; index < width * height; index += 1) {
    rgb.set(data.subarray(4 * index, 4 * index + 3), 3 * index)
  }
  return { width, height, data: rgb }
}
