import type { LabelMap } from '../../../../contract/label-map.ts'
import type { FigureLogits } from './figure-logits.ts'

/**
 * The likeliest class of each place of a picture (what lies behind, hair, skin, garments …), at the network's own size, stretched
 * to it.
 */
export function figureParts({ width, height, classes, data: logits }: FigureLogits): LabelMap {
  const data = new Uint8Array(width * height)
  for (let pixel = 0; pixel < data.length; pixel++) {
    let best = 0
    for (let label = 1; label < classes; label++)
      if ((logits[pixel * classes + label] ?? 0) > (logits[pixel * classes + best] ?? 0)) best = label
    data[pixel] = best
  }
  return { width, height, data }
}
