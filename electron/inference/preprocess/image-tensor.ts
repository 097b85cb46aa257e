import type { RgbImage } from '../../contract/rgb-image.ts'
import type { TensorValue } from '../../contract/tensor.ts'

const SCALE = 2 / 255

/** 8-bit RGB to float32 [1,3,H,W] in −1..1. */
export function planarTensor(image: RgbImage): TensorValue {
  const { width, height, data: source } = image
  const plane = width * height
  const data = new Float32Array(plane * 3)
  const green = plane
  const blue = plane * 2
  for (let pixel = 0, at = 0; pixel < plane; pixel++, at += 3) {
    data[pixel] = (source[at] ?? 0) * SCALE - 1
    data[green + pixel] = (source[at + 1] ?? 0) * SCALE - 1
    data[blue + pixel] = (source[at + 2] ?? 0) * SCALE - 1
  }
  return { dtype: 'float32', shape: [1, 3, height, width], data }
}
