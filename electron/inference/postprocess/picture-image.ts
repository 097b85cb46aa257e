import { CocanvasError } from '../../contract/error-codes.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { TensorValue } from '../../contract/tensor.ts'

/**
 * float32 [1,3,H,W] in −1..1 to 8-bit RGB, rounded to nearest and clamped.
 * @throws CocanvasError `provider-failed` when the tensor holds NaN (a provider computed nonsense)
 */
export function pictureImage(tensor: TensorValue): RgbImage {
  const [batch, channels, height, width] = tensor.shape
  if (tensor.dtype !== 'float32' || batch !== 1 || channels !== 3 || height === undefined || width === undefined)
    throw new CocanvasError('pack-broken', 'The pack makes pictures of an unknown shape; install the pack again.')
  const source = tensor.data
  const plane = width * height
  const data = new Uint8ClampedArray(plane * 3)
  // NaN survives any sum, so one check at the end replaces one per value.
  let sum = 0
  for (let pixel = 0, out = 0; pixel < plane; pixel++, out += 3) {
    const red = source[pixel] ?? 0
    const green = source[plane + pixel] ?? 0
    const blue = source[2 * plane + pixel] ?? 0
    sum += red + green + blue
    data[out] = red * 127.5 + 127.5
    data[out + 1] = green * 127.5 + 127.5
    data[out + 2] = blue * 127.5 + 127.5
  }
  if (Number.isNaN(sum))
    throw new CocanvasError(
      'provider-failed',
      'The picture came out as not-a-number; choose the CPU provider and try again.',
    )
  return { width, height, data: new Uint8Array(data.buffer) }
}
