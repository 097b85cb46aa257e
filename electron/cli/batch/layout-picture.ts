import { encodeCondition } from '../../conditions/condition-encoder.ts'
import { classMapOf } from '../../contract/class-maps.ts'
import type { Condition } from '../../contract/condition.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { paintLabels } from '../../images/class-colours.ts'

/**
 * How a contact sheet shows a layout: classes in their colours, else the first channels of its tensor, one as dark lines on white,
 * three as red, green and blue.
 */
export function layoutPicture(
  condition: Condition,
  manifest: PackManifest,
  size: ImageSize,
  shownChannels: 1 | 3,
): RgbImage {
  const labels = classMapOf(condition)
  if (labels !== undefined) return paintLabels(labels, manifest.classes)
  const encoded = encodeCondition(condition, manifest, size)
  const area = encoded.width * encoded.height
  const data = new Uint8Array(area * 3)
  for (let index = 0; index < area * 3; index++) {
    const pixel = Math.floor(index / 3)
    const value = encoded.data[shownChannels === 1 ? pixel : (index % 3) * area + pixel] ?? 0
    data[index] = Math.round(255 * (shownChannels === 1 ? 1 - value : value))
  }
  return { width: encoded.width, height: encoded.height, data }
}
