import { FACE_CLASSES } from '../../../electron/conditions/face/face-classes.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { matchClass } from '../palette/match-class.ts'
import { UNLABELLED, type LabelRaster } from '../raster/label-raster.ts'

/**
 * A map in CelebAMask-HQ's ids, translated into the classes of a pack; unlabelled where the pack lacks the class.
 *
 * @returns undefined when the pack has none of the classes, or only the background
 */
export function templateMasks(
  masks: LabelMap,
  size: ImageSize,
  classes: readonly PackClass[],
): LabelRaster | undefined {
  const ids = new Map(FACE_CLASSES.map(({ id, name }) => [id, matchClass(name, classes)] as const))
  if (FACE_CLASSES.every(({ id }) => id === 0 || ids.get(id) === undefined)) return undefined
  const { data } = resizeNearest(masks, size)
  return { ...size, data: Uint8Array.from(data, (id) => ids.get(id) ?? UNLABELLED) }
}
