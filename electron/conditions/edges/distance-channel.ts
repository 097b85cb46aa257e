import { cityBlockDistance, UNREACHED } from './city-block-distance.ts'

const SATURATED = 255
/** The authors store a third of the distance in a byte: 256 pixels would not fit otherwise. */
const PIXELS_PER_LEVEL = 3
/** The levels at the size of which packs are made. */
const LEVELS = levelsAt(1)

/**
 * Writes the distance to the nearest seed as the official loaders quantise it: whole thirds of a pixel distance, clipped to
 * 0..255, over 255. Without any seed (an absent part, a missing limb) the plane is 1 throughout.
 *
 * @param seeds width × height bytes, non-zero = distance 0
 * @param target width × height floats, written
 * @param scale pixels of the size of which the pack is made, for each pixel
 */
export function writeDistanceChannel(
  seeds: Uint8Array,
  width: number,
  height: number,
  target: Float32Array,
  scale = 1,
): void {
  const levels = scale === 1 ? LEVELS : levelsAt(scale)
  const distance = cityBlockDistance(seeds, width, height)
  // Without seeds all are as far.
  if (distance[0] === UNREACHED) target.fill(1)
  else for (let pixel = 0; pixel < target.length; pixel++) target[pixel] = levelOf(distance[pixel] ?? 0, levels)
}

function levelOf(distance: number, levels: Float32Array): number {
  return distance < levels.length ? (levels[distance] ?? 1) : 1
}

/** What each distance becomes: a table, because a division for every pixel takes longer than finding the distances. */
function levelsAt(scale: number): Float32Array {
  const length = Math.ceil((SATURATED * PIXELS_PER_LEVEL) / scale)
  return Float32Array.from({ length }, (_, distance) =>
    Math.min(1, Math.floor((distance * scale) / PIXELS_PER_LEVEL) / SATURATED),
  )
}
