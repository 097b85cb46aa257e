import type { RegionMap } from '../../../contract/exemplar-regions.ts'
import type { NamedTensors, TensorValue } from '../../../contract/tensor.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'

/**
 * One tensor out of several of one shape [1,C,h,w]: at each place the values of the tensor that the map names there (0 the
 * first). Places are sampled at their centres, so that every resolution follows the same outline.
 *
 * @throws RangeError for tensors that do not lie over the layout alike
 */
export function mergeOverLayout(tensors: readonly (TensorValue | undefined)[], map: RegionMap): TensorValue {
  const [first] = tensors
  if (first?.dtype !== 'float32') throw new RangeError('Only float32 maps can be merged.')
  const [batch, channels = 0, height = 0, width = 0] = first.shape
  if (batch !== 1 || first.shape.length !== 4) throw new RangeError('Only maps over the layout can be merged.')
  const places = resizeNearest(map, { width, height }).data
  const plane = width * height
  const data = first.data.slice()
  tensors.forEach((tensor, region) => {
    if (region === 0 || tensor === undefined) return
    if (tensor.dtype !== 'float32' || tensor.shape.join() !== first.shape.join())
      throw new RangeError('Maps of different shapes cannot be merged.')
    for (let place = 0; place < plane; place++) {
      if (places[place] !== region) continue
      for (let at = place; at < channels * plane; at += plane) data[at] = tensor.data[at] ?? 0
    }
  })
  return { dtype: 'float32', shape: first.shape, data }
}

/** Tensors by name, each merged if it is among the names; the others stay the first's. */
export function mergeNamed(
  tensors: readonly (NamedTensors | undefined)[],
  map: RegionMap,
  names: ReadonlySet<string>,
): NamedTensors {
  return new Map(
    [...(tensors[0] ?? [])].map(([name, own]) => [
      name,
      names.has(name)
        ? mergeOverLayout(
            tensors.map((each) => each?.get(name)),
            map,
          )
        : own,
    ]),
  )
}
