import type { ImageSize } from '../../../../contract/image-size.ts'
import type { ScalarMap } from '../../../../contract/scalar-map.ts'
import type { FigureLogits } from './figure-logits.ts'
import { resizeScalarMap } from './resize-scalar-map.ts'

/** How likely each pixel of a picture shows the figure, 0..1: all that is not taken for the first class, which is what lies behind. */
export function figureShare({ width, height, classes, data: logits }: FigureLogits, size: ImageSize): ScalarMap {
  const data = new Float32Array(width * height)
  for (let pixel = 0; pixel < data.length; pixel++) data[pixel] = othersThanFirst(logits, pixel * classes, classes)
  return resizeScalarMap({ width, height, data }, size)
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
