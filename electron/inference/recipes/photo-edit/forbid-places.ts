import type { LabelMap } from '../../../contract/label-map.ts'
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
    if (!stands.has(key)) stands.set(key, standIns(forbidden, width, height))
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
    for (let channel = 0; channel < second; channel++)
      for (let cell = 0; cell < plane; cell++)
        data[channel * plane + cell] = tensor.data[channel * plane + (places[cell] ?? cell)] ?? 0
    return { ...tensor, data }
  }
  const grid = shape.length === 3 ? grids.find(({ width, height }) => width * height === second) : undefined
  const places = grid === undefined ? undefined : standInsOf(grid.width, grid.height)
  if (places === undefined) return tensor
  const data = new Float32Array(tensor.data.length)
  places.forEach((from, cell) => {
    data.set(tensor.data.subarray(from * third, (from + 1) * third), cell * third)
  })
  return { ...tensor, data }
}

/** For each cell the nearest one that is allowed (itself where it is); undefined when none or all are. */
function standIns(forbidden: LabelMap, width: number, height: number): Int32Array | undefined {
  const blocked = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < forbidden.height; y++)
    for (let x = 0; x < forbidden.width; x++, at++)
      if (forbidden.data[at] !== 0)
        blocked[Math.floor((y * height) / forbidden.height) * width + Math.floor((x * width) / forbidden.width)] = 1
  if (!blocked.includes(1) || !blocked.includes(0)) return undefined
  const result = new Int32Array(width * height).fill(-1)
  let ring: number[] = []
  blocked.forEach((value, cell) => {
    if (value === 1) return
    result[cell] = cell
    ring.push(cell)
  })
  while (ring.length > 0) {
    const next: number[] = []
    for (const cell of ring) {
      const x = cell % width
      for (const beside of [x > 0 ? cell - 1 : -1, x < width - 1 ? cell + 1 : -1, cell - width, cell + width]) {
        if (beside < 0 || beside >= result.length || result[beside] !== -1) continue
        result[beside] = result[cell] ?? -1
        next.push(beside)
      }
    }
    ring = next
  }
  return result
}
