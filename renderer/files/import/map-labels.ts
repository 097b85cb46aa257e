import type { LabelMap } from '../../../electron/contract/label-map.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'

/** Gives every pixel the class of its key; keys without a class stay unlabelled (255). */
export function mapLabels(
  keys: Uint32Array,
  size: { readonly width: number; readonly height: number },
  classOf: ReadonlyMap<number, number>,
): LabelMap {
  const data = new Uint8Array(keys.length)
  for (let index = 0; index < keys.length; index += 1) data[index] = classOf.get(keys[index] ?? 0) ?? UNLABELLED
  return { width: size.width, height: size.height, data }
}
