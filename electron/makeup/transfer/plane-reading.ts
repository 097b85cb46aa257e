/** A place in a square plane for bilinear reading. */
export interface Spot {
  at: number
  side: number
  fx: number
  fy: number
}

/** A spot to be moved: one object for all pixels, because millions of new ones cost more than the reading. */
export function newSpot(): Spot {
  return { at: 0, side: 0, fx: 0, fy: 0 }
}

/**
 * Moves a spot to a place.
 * @param u in pixels of a plane of side `from`
 * @param side of the plane that will be read
 */
export function moveSpot(spot: Spot, u: number, v: number, from: number, side: number): void {
  const x = Math.min(Math.max((u * side) / from - 0.5, 0), side - 1.001)
  const y = Math.min(Math.max((v * side) / from - 0.5, 0), side - 1.001)
  const left = x | 0
  const top = y | 0
  spot.at = top * side + left
  spot.side = side
  spot.fx = x - left
  spot.fy = y - top
}

export function readOne(plane: Float32Array, { at, side, fx, fy }: Spot): number {
  return (
    (1 - fy) * ((1 - fx) * (plane[at] ?? 0) + fx * (plane[at + 1] ?? 0)) +
    fy * ((1 - fx) * (plane[at + side] ?? 0) + fx * (plane[at + side + 1] ?? 0))
  )
}

/** Reads a plane of four values a place into `result`. */
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
