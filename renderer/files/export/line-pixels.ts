import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { linePartTable } from '../../model/lines/line-parts.ts'
import { densePath } from '../../model/lines/smooth-path.ts'
import { pathOf, type Stroke } from '../../model/lines/stroke.ts'
import { discSpans } from '../../model/raster/shapes/capsule.ts'
import type { RgbaPixels } from './rgba-pixels.ts'

/** As wide as packs are given them. */
const RADIUS = 1

/** Lines two pixels wide in the colours of their parts; transparent elsewhere. */
export function linePixels(strokes: readonly Stroke[], { width, height }: ImageSize): RgbaPixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (const stroke of strokes) {
    const colour = Number.parseInt(linePartTable[stroke.part].colour.slice(1), 16)
    const rgba = [colour >> 16, (colour >> 8) & 255, colour & 255, 255]
    for (const [x, y] of densePath(pathOf(stroke), 0.5))
      discSpans({ x, y, radius: RADIUS }, (row, from, to) => {
        if (row < 0 || row >= height) return
        for (let column = Math.max(0, from); column < Math.min(width, to); column += 1)
          data.set(rgba, 4 * (row * width + column))
      })
  }
  return { width, height, data }
}
