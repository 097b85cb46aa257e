import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { UNLABELLED, type LabelRaster } from '../../model/raster/label-raster.ts'

/** Pixels as canvases and Photoshop files take them: RGBA, not premultiplied. */
export interface RgbaPixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

export function opaquePixels({ width, height, data }: RgbImage): RgbaPixels {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let index = 0; index < width * height; index += 1) {
    rgba[4 * index] = data[3 * index] ?? 0
    rgba[4 * index + 1] = data[3 * index + 1] ?? 0
    rgba[4 * index + 2] = data[3 * index + 2] ?? 0
    rgba[4 * index + 3] = 255
  }
  return { width, height, data: rgba }
}

/** A label layer in its colours; transparent where nothing is painted. @param palette 256 RGB colours. */
export function labelPixels({ width, height, data }: LabelRaster, palette: Uint8Array): RgbaPixels {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let index = 0; index < data.length; index += 1) {
    const id = data[index] ?? UNLABELLED
    if (id === UNLABELLED) continue
    rgba.set(palette.subarray(3 * id, 3 * id + 3), 4 * index)
    rgba[4 * index + 3] = 255
  }
  return { width, height, data: rgba }
}
