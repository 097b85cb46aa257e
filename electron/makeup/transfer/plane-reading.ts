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

export function readOne(plane: Float32Array, spot: Spot): number {
  return readChannel(plane, 1, 0, spot)
}

/**
 * Reads one of a map's interleaved values.
 * @param count values that the map has for a place
 */
export function readChannel(map: Float32Array, count: number, channel: number, { at, side, fx, fy }: Spot): number {
  const first = at * count + channel
  const second = first + side * count
  const top = (map[first] ?? 0) + ((map[first + count] ?? 0) - (map[first] ?? 0)) * fx
  const bottom = (map[second] ?? 0) + ((map[second + count] ?? 0) - (map[second] ?? 0)) * fx
  return top + (bottom - top) * fy
}

/** The opacity of what is drawn, the last of four values; most places have none, so that is found out first. */
export function opacityAt(map: Float32Array, spot: Spot): number {
  const first = spot.at * 4 + 3
  const second = first + spot.side * 4
  const none = map[first] === 0 && map[first + 4] === 0 && map[second] === 0 && map[second + 4] === 0
  return none ? 0 : readChannel(map, 4, 3, spot)
}
