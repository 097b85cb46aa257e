import { FACE_CLASSES } from '../../../electron/conditions/face/face-classes.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { matchClass } from '../palette/match-class.ts'
import { fillFromAround } from '../raster/fill-from-around.ts'
import { UNLABELLED, type LabelRaster } from '../raster/label-raster.ts'

/** Parts that lie above the face on layers of their own, from below. */
const ABOVE = ['hair', 'eyeglasses'] as const

/** One layer of a template; undefined as its part stands for the face and all around it. */
interface TemplateLayer {
  readonly part: (typeof ABOVE)[number] | undefined
  readonly raster: LabelRaster
}

/**
 * A map in CelebAMask-HQ's ids, translated into the classes of a pack; unlabelled where the pack lacks the class. Hair and glasses
 * are taken off the face, which goes on beneath them, so that they can be moved, changed and removed by themselves.
 *
 * @returns the layers from below; undefined when the pack has none of the classes, or only the background
 */
export function templateMasks(
  masks: LabelMap,
  size: ImageSize,
  classes: readonly PackClass[],
): readonly TemplateLayer[] | undefined {
  const ids = new Map(FACE_CLASSES.map(({ id, name }) => [id, matchClass(name, classes)] as const))
  if (FACE_CLASSES.every(({ id }) => id === 0 || ids.get(id) === undefined)) return undefined
  const data = Uint8Array.from(resizeNearest(masks, size).data, (id) => ids.get(id) ?? UNLABELLED)
  const above = ABOVE.flatMap((part) => {
    const id = matchClass(part, classes)
    return id === undefined || !data.includes(id) ? [] : [{ part, id }]
  })
  const taken = new Set(above.map(({ id }) => id))
  const face = data.slice()
  const covered = (pixel: number): boolean => taken.has(data[pixel] ?? UNLABELLED)
  fillFromAround(face, size, covered, () => true, UNLABELLED)
  return [
    { part: undefined, raster: { ...size, data: face } },
    ...above.map(({ part, id }) => ({
      part,
      raster: { ...size, data: data.map((found) => (found === id ? id : UNLABELLED)) },
    })),
  ]
}
