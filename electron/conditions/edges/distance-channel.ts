import { UNIT_LEVELS } from '../dense-channels.ts'
import { cityBlockDistance } from './city-block-distance.ts'

const SATURATED = 255
/** The authors store a third of the distance in a byte: 256 pixels would not fit otherwise. */
const PIXELS_PER_LEVEL = 3

/**
 * Writes the distance to the nearest seed as the official loaders quantise it: whole thirds of a pixel distance, clipped to
 * 0..255, over 255. Without any seed (an absent part, a missing limb) the plane is 1 throughout.
 *
 * @param seeds width × height bytes, non-zero = distance 0
 * @param target width × height floats, written
 */
export function writeDistanceChannel(seeds: Uint8Array, width: number, height: number, target: Float32Array): void {
  const distance = cityBlockDistance(seeds, width, height)
  for (let pixel = 0; pixel < target.length; pixel++) {
    const level = Math.floor((distance[pixel] ?? 0) / PIXELS_PER_LEVEL)
    target[pixel] = level < SATURATED ? (UNIT_LEVELS[level] ?? 0) : 1
  }
}
