/**
 * Bilinear reading of square maps for every pixel of a photo. Numbers go in and out through typed arrays and one object that is
 * used again: the engine would make a new object for every number that crosses a call, millions of them for a photo.
 */
export interface Spot {
  at: number
  side: number
  fx: number
  fy: number
}

export function newSpot(): Spot {
  return { at: 0, side: 0, fx: 0, fy: 0 }
}

/**
 * Moves a spot to a pixel's place.
 * @param places x, y for each pixel, in pixels of a plane of side `from`
 * @param side of the map that will be read
 */
export function moveSpot(spot: Spot, places: Float32Array, pixel: number, from: number, side: number): void {
  const scale = side / from
  const x = Math.min(Math.max((places[pixel * 2] ?? 0) * scale - 0.5, 0), side - 1.001)
  const y = Math.min(Math.max((places[pixel * 2 + 1] ?? 0) * scale - 0.5, 0), side - 1.001)
  const left = x | 0
  const top = y | 0
  spot.at = top * side + left
  spot.side = side
  spot.fx = x - left
  spot.fy = y - top
}

/** Reads a plane of one value a place. */
export function readOne(plane: Float32Array, { at, side, fx, fy }: Spot): number {
  return (
    (1 - fy) * ((1 - fx) * (plane[at] ?? 0) + fx * (plane[at + 1] ?? 0)) +
    fy * ((1 - fx) * (plane[at + side] ?? 0) + fx * (plane[at + side + 1] ?? 0))
  )
}

/** Reads the four interleaved values of a map into `result`. */
export function readFour(map: Float32Array, { at, side, fx, fy }: Spot, result: Float32Array): void {
  const first = at * 4
  const second = first + side * 4
  const w00 = (1 - fx) * (1 - fy)
  const w10 = fx * (1 - fy)
  const w01 = (1 - fx) * fy
  const w11 = fx * fy
  for (let channel = 0; channel < 4; channel++)
    result[channel] =
      w00 * (map[first + channel] ?? 0) +
      w10 * (map[first + 4 + channel] ?? 0) +
      w01 * (map[second + channel] ?? 0) +
      w11 * (map[second + 4 + channel] ?? 0)
}

/** Whether the last of a map's four values, an opacity, is 0 all around a spot. */
export function isEmptyAt(map: Float32Array, { at, side }: Spot): boolean {
  const first = at * 4 + 3
  const second = first + side * 4
  return map[first] === 0 && map[first + 4] === 0 && map[second] === 0 && map[second + 4] === 0
}

/** Four planes as one map. */
export function interleaved(planes: readonly [Float32Array, Float32Array, Float32Array, Float32Array]): Float32Array {
  const map = new Float32Array(planes[0].length * 4)
  for (const [channel, plane] of planes.entries())
    for (let index = 0; index < plane.length; index++) map[index * 4 + channel] = plane[index] ?? 0
  return map
}
