import type { LabelMap } from '../../../contract/label-map.ts'
import { nearestAllowed } from '../../../detail/nearest-allowed.ts'
import type { NamedTensors, TensorValue } from '../../../contract/tensor.ts'

/**
 * An exemplar's features in which no forbidden place can be matched: every forbidden cell says what the nearest allowed one
 * says, in all tensors at once, so that the match finds that one in its place. Works for maps [1,C,h,w] and for rows
 * [1,h·w,K] over the grid of one of the maps; other tensors stay. All forbidden: nothing changes.
 *
 * @param forbidden non-zero where nothing may be taken from, over the whole exemplar
 */
export function forbidPlaces(features: NamedTensors, forbidden: LabelMap): NamedTensors {
  const stands = new Map<string, Int32Array | undefined>()
  const standInsOf = (width: number, height: number): Int32Array | undefined => {
    const key = `${width}×${height}`
    if (!stands.has(key)) stands.set(key, nearestAllowed(forbidden, width, height))
    return stands.get(key)
  }
  const grids = [...features.values()].flatMap(({ shape: [, , height, width] }) =>
    height === undefined || width === undefined ? [] : [{ width, height }],
  )
  return new Map([...features].map(([name, tensor]) => [name, withStandIns(tensor, grids, standInsOf)]))
}

function withStandIns(
  tensor: TensorValue,
  grids: readonly { readonly width: number; readonly height: number }[],
  standInsOf: (width: number, height: number) => Int32Array | undefined,
): TensorValue {
  const { shape } = tensor
  if (tensor.dtype !== 'float32' || shape[0] !== 1) return tensor
  const [, second = 0, third = 0, fourth] = shape
  if (shape.length === 4 && fourth !== undefined) {
    const places = standInsOf(fourth, third)
    if (places === undefined) return tensor
    const plane = third * fourth
    const data = new Float32Array(tensor.data.length)
    for (let channel = 0; channel < second; channel++) standInPlane(tensor.data, data, places, channel * plane)
    return { ...tensor, data }
  }
  const grid = shape.length === 3 ? grids.find(({ width, height }) => width * height === second) : undefined
  const places = grid === undefined ? undefined : standInsOf(grid.width, grid.height)
  if (places === undefined) return tensor
  const data = new Float32Array(tensor.data.length)
  for (let cell = 0; cell < places.length; cell++) {
    const from = (places[cell] ?? cell) * third
    data.set(tensor.data.subarray(from, from + third), cell * third)
  }
  return { ...tensor, data }
}

function standInPlane(from: Float32Array, to: Float32Array, places: Int32Array, start: number): void {
  for (let cell = 0; cell < places.length; cell++) to[start + cell] = from[start + (places[cell] ?? cell)] ?? 0
}
