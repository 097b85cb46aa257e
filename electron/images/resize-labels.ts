import type { LabelMap } from '../contract/label-map.ts'

/**
 * A label map at another size, by nearest neighbour on pixel centres: target pixel i takes source
 * pixel floor((i + 0.5) · source / target), as Pillow's NEAREST does. Ids are never mixed.
 *
 * @throws RangeError when the target size is not made of positive integers.
 */
export function resizeLabels(labels: LabelMap, width: number, height: number): LabelMap {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`A label map cannot be ${width}×${height} pixels.`)
  }
  if (labels.width === width && labels.height === height) return labels
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor(((x + 0.5) * labels.width) / width))
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const sourceRow = Math.floor(((y + 0.5) * labels.height) / height) * labels.width
    const targetRow = y * width
    for (let x = 0; x < width; x++) {
      data[targetRow + x] = labels.data[sourceRow + (columns[x] ?? 0)] ?? 0
    }
  }
  return { width, height, data }
}
