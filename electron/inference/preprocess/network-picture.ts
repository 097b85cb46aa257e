import type { NetworkInput } from '../../contract/annotator-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { TensorValue } from '../../contract/tensor.ts'
import { resampleImage } from './resample-image.ts'

/** A photo as an annotator's manifest wants it: float32 [1,H,W,3] or [1,3,H,W], black and white at the ends of its range. */
export function networkPicture(photo: RgbImage, { width, height, layout, range }: NetworkInput): TensorValue {
  const { data: source } = resampleImage(photo, { width, height })
  const [black, white] = range
  const scale = (white - black) / 255
  const plane = width * height
  const data = new Float32Array(source.length)
  const [step, apart] = layout === 'nhwc' ? [3, 1] : [1, plane]
  for (let pixel = 0; pixel < plane; pixel++)
    for (let channel = 0; channel < 3; channel++)
      data[pixel * step + channel * apart] = (source[pixel * 3 + channel] ?? 0) * scale + black
  return { dtype: 'float32', shape: layout === 'nhwc' ? [1, height, width, 3] : [1, 3, height, width], data }
}
