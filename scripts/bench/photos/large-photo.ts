import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { resampleColours } from '../../../electron/detail/resample-colours.ts'
import { RandomNumbers } from '../../../electron/detail/random-numbers.ts'

/** A sample photo at the size that cameras have, with the grain of one, so that patches differ. */
export function largePhoto(sample: RgbImage, width: number): RgbImage {
  const { height, data } = resampleColours(sample, width, Math.round((width * sample.height) / sample.width))
  const random = new RandomNumbers(1)
  const pixels = new Uint8Array(data.length)
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = Math.min(Math.max((data[at] ?? 0) + random.below(9) - 4, 0), 255)
  return { width, height, data: pixels }
}

/** A pond in the middle of the photo: an ellipse of this class. @param radius as shares of the sides */
export function withPond(
  labels: LabelMap,
  classId: number,
  radius: { readonly x: number; readonly y: number },
): LabelMap {
  const { width, height } = labels
  return {
    ...labels,
    data: labels.data.map((label, at) => {
      const x = ((at % width) / width - 0.5) / radius.x
      const y = (Math.floor(at / width) / height - 0.5) / radius.y
      return x * x + y * y < 1 ? classId : label
    }),
  }
}
