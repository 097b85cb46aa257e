import { cityBlockDistance, UNREACHED } from './city-block-distance.ts'

const SATURATED = 255
/** The authors store a third of the distance in a byte: 256 pixels would not fit otherwise. */
const PIXELS_PER_LEVEL = 3
/** What each distance becomes: a table, because a division for every pixel takes longer than finding the distances. */
const LEVELS = Float32Array.from(
  { length: SATURATED * PIXELS_PER_LEVEL },
  (_, distance) => Math.floor(distance / PIXELS_PER_LEVEL) / SATURATED,
)

/**
 * Writes the distance to the nearest seed as the official loaders quantise it: whole thirds of a pixel distance, clipped to
 * 0..255, over 255. Without any seed (an absent part, a missing limb) the plane is 1 throughout.
 *
 * @param seeds width × height bytes, non-zero = distance 0
 * @param target width × height floats, written
 */
export function writeDistanceChannel(seeds: Uint8Array, width: number, height: number, target: Float32Array): void {
  const distance = cityBlockDistance(seeds, width, height)
  // Without seeds all are as far.
  if (distance[0] === UNREACHED) target.fill(1)
  else for (let pixel = 0; pixel < target.length; pixel++) target[pixel] = levelAt(distance[pixel] ?? 0)
}

function levelAt(distance: number): number {
  return distance < LEVELS.length ? (LEVELS[distance] ?? 1) : 1
}
