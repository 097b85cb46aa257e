import type { NetworkInput } from '../../../../contract/annotator-manifest.ts'
import { CocanvasError } from '../../../../contract/error-codes.ts'
import type { ImageSize } from '../../../../contract/image-size.ts'
import type { NetworkPort } from '../../../../contract/network-port.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { networkPicture } from '../../../preprocess/network-picture.ts'

/** The picture that the networks of figures take; `NetworkPort` refuses those of another size. */
const INPUT: NetworkInput = { width: 192, height: 256, layout: 'nhwc', range: [-1, 1] }

/** What a network of figures says of a picture, pixel by pixel and class by class; its first class is what lies behind. */
export interface FigureLogits extends ImageSize {
  readonly classes: number
  /** height × width × classes */
  readonly data: Float32Array
  /** The picture as the network saw it, height × width × 3, −1..1. */
  readonly seen: Float32Array
}

/** @throws CocanvasError `pack-missing` or `pack-broken` */
export async function figureLogits(
  picture: RgbImage,
  annotatorId: string,
  networks: NetworkPort,
): Promise<FigureLogits> {
  const input = networkPicture(picture, INPUT)
  const results = await networks.run(annotatorId, new Map([['input', input]]))
  const logits = results.get('output')
  const classes = logits?.shape[3]
  if (logits?.dtype !== 'float32' || input.dtype !== 'float32' || classes === undefined)
    throw new CocanvasError(
      'pack-broken',
      `The annotator ${annotatorId} answers in an unknown shape; reinstall Cocanvas.`,
    )
  return { width: INPUT.width, height: INPUT.height, classes, data: logits.data, seen: input.data }
}
