import { nearestAllowed } from '../detail/nearest-allowed.ts'
import type { Colours, Labels } from '../detail/raster.ts'
import { boxMeans } from './box-means.ts'

/** Over how much of the side what is filled is smoothed. */
const SMOOTHING = 0.02
const ROUNDS = 3

/**
 * A picture and its labels without what must not be seen in them: hidden pixels take the class of the nearest other pixel
 * and, smoothed, its colour. Unchanged where nothing or everything is hidden.
 *
 * @param hidden non-zero where something is hidden, at any size of the same proportions
 */
export function filledPicture(
  picture: Colours,
  labels: Labels,
  hidden: Labels,
): { readonly picture: Colours; readonly labels: Labels } {
  const { width, height } = picture
  const places = nearestAllowed(hidden, width, height)
  const labelPlaces = nearestAllowed(hidden, labels.width, labels.height)
  if (places === undefined || labelPlaces === undefined) return { picture, labels }
  let data = Float32Array.from(picture.data)
  places.forEach((from, at) => {
    if (from !== at) data.set(picture.data.subarray(from * 3, from * 3 + 3), at * 3)
  })
  for (let round = 0; round < ROUNDS; round++) {
    const smooth = boxMeans({ width, height, data }, Math.max(1, Math.round(width * SMOOTHING)))
    data = data.map((value, at) => (places[Math.floor(at / 3)] === Math.floor(at / 3) ? value : (smooth.data[at] ?? 0)))
  }
  return {
    picture: { width, height, data },
    labels: { ...labels, data: labels.data.map((_, at) => labels.data[labelPlaces[at] ?? at] ?? 0) },
  }
}
