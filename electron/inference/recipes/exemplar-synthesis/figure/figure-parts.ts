import type { LabelMap } from '../../../../contract/label-map.ts'
import type { NetworkPort } from '../../../../contract/network-port.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { figureLogits } from './figure-logits.ts'

/**
 * The likeliest class of each place of a picture (what lies behind, hair, skin, garments …), at the network's own size, stretched
 * to it.
 *
 * @throws CocanvasError `pack-missing` or `pack-broken`
 */
export async function figureParts(picture: RgbImage, annotatorId: string, networks: NetworkPort): Promise<LabelMap> {
  const { width, height, classes, data: logits } = await figureLogits(picture, annotatorId, networks)
  const data = new Uint8Array(width * height)
  for (let pixel = 0; pixel < data.length; pixel++) {
    let best = 0
    for (let label = 1; label < classes; label++)
      if ((logits[pixel * classes + label] ?? 0) > (logits[pixel * classes + best] ?? 0)) best = label
    data[pixel] = best
  }
  return { width, height, data }
}
