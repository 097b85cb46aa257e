/** Side of the heat maps. */
const MAP_SIDE = 64
/** Cells on either side of a landmark that are looked at (a kernel of 7). */
const REACH = 3
/** A map that is nowhere surer than this leaves the landmark where it is. */
const LEAST_CONFIDENCE = 0.5

/**
 * Moves each landmark to the centre of mass of its heat map around it, as MediaPipe's RefineLandmarksFromHeatmapCalculator
 * does with its defaults for poses: the network's numbers are smooth, its maps are exact.
 *
 * @param places x, y of each landmark in shares of the input's sides; changed in place
 * @param heat logits [64, 64, maps]
 */
export function refineLandmarks(places: Float32Array, heat: Float32Array): void {
  const maps = heat.length / MAP_SIDE ** 2
  for (let map = 0; map < Math.min(maps, places.length / 2); map++) {
    const column = Math.trunc((places[map * 2] ?? 0) * MAP_SIDE)
    const row = Math.trunc((places[map * 2 + 1] ?? 0) * MAP_SIDE)
    if (column < 0 || column >= MAP_SIDE || row < 0 || row >= MAP_SIDE) continue
    let total = 0
    let surest = 0
    let across = 0
    let down = 0
    for (let y = Math.max(0, row - REACH); y <= Math.min(MAP_SIDE - 1, row + REACH); y++)
      for (let x = Math.max(0, column - REACH); x <= Math.min(MAP_SIDE - 1, column + REACH); x++) {
        const confidence = 1 / (1 + Math.exp(-(heat[(y * MAP_SIDE + x) * maps + map] ?? -100)))
        total += confidence
        surest = Math.max(surest, confidence)
        across += x * confidence
        down += y * confidence
      }
    if (surest < LEAST_CONFIDENCE || total === 0) continue
    places[map * 2] = across / total / MAP_SIDE
    places[map * 2 + 1] = down / total / MAP_SIDE
  }
}
