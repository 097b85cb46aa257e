import type { NetworkInput } from '../../../../contract/annotator-manifest.ts'
import { CocanvasError } from '../../../../contract/error-codes.ts'
import type { NetworkPort } from '../../../../contract/network-port.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import type { ScalarMap } from '../../../../contract/scalar-map.ts'
import { networkPicture } from '../../../preprocess/network-picture.ts'
import { resizeScalarMap } from './resize-scalar-map.ts'

/** The picture that the networks of figures take; `NetworkPort` refuses those of another size. */
const INPUT: NetworkInput = { width: 192, height: 256, layout: 'nhwc', range: [-1, 1] }

/**
 * How likely each pixel of a picture shows the figure, 0..1 at the picture's size: all that the annotator does not take for
 * its first class, which is what lies behind.
 *
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function figureShare(picture: RgbImage, annotatorId: string, networks: NetworkPort): Promise<ScalarMap> {
  const results = await networks.run(annotatorId, new Map([['input', networkPicture(picture, INPUT)]]))
  const logits = results.get('output')
  const classes = logits?.shape[3]
  if (logits?.dtype !== 'float32' || classes === undefined)
    throw new CocanvasError(
      'pack-broken',
      `The annotator ${annotatorId} answers in an unknown shape; reinstall Cocanvas.`,
    )
  const data = new Float32Array(INPUT.width * INPUT.height)
  for (let pixel = 0; pixel < data.length; pixel++) {
    data[pixel] = othersThanFirst(logits.data, pixel * classes, classes)
  }
  return resizeScalarMap({ width: INPUT.width, height: INPUT.height, data }, picture)
}

/** Logits this far apart are sure: what lies beyond changes a probability by less than a level of a picture. */
const SURE = 7

/** One minus the softmax of the first of some logits. The exponentials are left out where they would change nothing to be seen. */
function othersThanFirst(logits: Float32Array, from: number, count: number): number {
  const first = logits[from] ?? 0
  let others = 0
  for (let at = from + 1; at < from + count; at++) {
    const above = (logits[at] ?? 0) - first
    if (above > SURE) return 1
    if (above > -SURE) others += Math.exp(above)
  }
  return others / (1 + others)
}
