import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'

/** The name of the class at a point in pixels of `size`, over which the labels lie; empty for unknown ids. */
export function classNameAt(
  labels: LabelMap,
  x: number,
  y: number,
  size: ImageSize,
  classes: readonly PackClass[],
): string {
  const column = Math.min(labels.width - 1, Math.floor((x * labels.width) / size.width))
  const row = Math.min(labels.height - 1, Math.floor((y * labels.height) / size.height))
  const id = labels.data[row * labels.width + column]
  const found = classes.find((entry) => entry.id === id || entry.aliases.some((alias) => alias.id === id))
  return found?.name ?? ''
}
