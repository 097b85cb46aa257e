import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'

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

/** The label map reduced so that its longer side is at most `longestSide`: every kept pixel is one of the old ones. */
export function reducedLayout(labels: LabelMap, longestSide: number): LabelMap {
  const scale = Math.min(1, longestSide / Math.max(labels.width, labels.height))
  return resizedLayout(
    labels,
    Math.max(1, Math.round(labels.width * scale)),
    Math.max(1, Math.round(labels.height * scale)),
  )
}

/** Nearest-neighbour resize by pixel centres: class ids must never be mixed. */
export function resizedLayout(labels: LabelMap, width: number, height: number): LabelMap {
  if (width === labels.width && height === labels.height) return labels
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(((y + 0.5) * labels.height) / height) * labels.width
    for (let x = 0; x < width; x += 1) {
      data[y * width + x] = labels.data[row + Math.floor(((x + 0.5) * labels.width) / width)] ?? 0
    }
  }
  return { width, height, data }
}
