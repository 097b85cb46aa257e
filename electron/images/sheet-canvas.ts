import type { RgbImage } from '../contract/rgb-image.ts'
import type { Colour } from './class-colours.ts'

/** An RGB image under construction; the only mutable picture of this folder. */
export class SheetCanvas {
  readonly width: number
  readonly height: number
  readonly #data: Uint8Array

  constructor(width: number, height: number, background: Colour) {
    this.width = width
    this.height = height
    this.#data = new Uint8Array(width * height * 3)
    for (let offset = 0; offset < this.#data.length; offset += 3) this.#data.set(background, offset)
  }

  /** Draws an image at (left, top) in pixels with its corners rounded (anti-aliased) by `radius`. It must lie inside. */
  drawRounded(image: RgbImage, left: number, top: number, radius: number): void {
    const edge = Math.min(Math.ceil(radius), image.width >> 1)
    for (let y = 0; y < image.height; y++) {
      const source = y * image.width
      const inCorner = y < edge || y >= image.height - edge
      const copied = inCorner ? edge : 0
      // All but the corners is copied in one go: blending every pixel took seconds on a large sheet.
      const row = image.data.subarray((source + copied) * 3, (source + image.width - copied) * 3)
      this.#data.set(row, ((top + y) * this.width + left + copied) * 3)
      for (let x = 0; x < (inCorner ? image.width : 0); x = x === edge - 1 ? image.width - edge : x + 1) {
        const coverage = roundedCoverage(x, y, image.width, image.height, radius)
        const [red = 0, green = 0, blue = 0] = image.data.subarray((source + x) * 3, (source + x) * 3 + 3)
        this.#blend(left + x, top + y, coverage, red, green, blue)
      }
    }
  }

  /** Draws a coverage mask (0..255 per pixel, such as rendered text) in one colour. */
  drawMask(
    mask: { readonly width: number; readonly height: number; readonly data: Uint8Array },
    left: number,
    top: number,
    colour: Colour,
  ): void {
    for (let y = 0; y < mask.height; y++) {
      for (let x = 0; x < mask.width; x++) {
        this.#blend(left + x, top + y, (mask.data[y * mask.width + x] ?? 0) / 255, ...colour)
      }
    }
  }

  /** The finished image; the canvas must not be drawn on afterwards. */
  toImage(): RgbImage {
    return { width: this.width, height: this.height, data: this.#data }
  }

  #blend(x: number, y: number, coverage: number, red: number, green: number, blue: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return
    const offset = (y * this.width + x) * 3
    const mix = (below: number, above: number): number => Math.round(below + (above - below) * coverage)
    this.#data[offset] = mix(this.#data[offset] ?? 0, red)
    this.#data[offset + 1] = mix(this.#data[offset + 1] ?? 0, green)
    this.#data[offset + 2] = mix(this.#data[offset + 2] ?? 0, blue)
  }
}

/** How much of pixel (x, y) lies inside a rounded rectangle, 0..1, from the distance to the corner's circle. */
function roundedCoverage(x: number, y: number, width: number, height: number, radius: number): number {
  const dx = Math.max(radius - (x + 0.5), x + 0.5 - (width - radius), 0)
  const dy = Math.max(radius - (y + 0.5), y + 0.5 - (height - radius), 0)
  if (dx === 0 || dy === 0) return 1
  return Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)))
}
