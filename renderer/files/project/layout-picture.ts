import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'

/** A label map in its colours. @param palette 256 RGB colours, 768 bytes. */
export function layoutPicture({ width, height, data }: LabelMap, palette: Uint8Array): RgbImage {
  const rgb = new Uint8Array(width * height * 3)
  for (let index = 0; index < data.length; index += 1) {
    const from = 3 * (data[index] ?? 0)
    rgb[3 * index] = palette[from] ?? 0
    rgb[3 * index + 1] = palette[from + 1] ?? 0
    rgb[3 * index + 2] = palette[from + 2] ?? 0
  }
  return { width, height, data: rgb }
}

/** The label map reduced so that its longer side is at most `longestSide`; labels are picked, never mixed. */
export function reducedLayout(labels: LabelMap, longestSide: number): LabelMap {
  const scale = Math.min(1, longestSide / Math.max(labels.width, labels.height))
  return resizeNearest(labels, {
    width: Math.max(1, Math.round(labels.width * scale)),
    height: Math.max(1, Math.round(labels.height * scale)),
  })
}
