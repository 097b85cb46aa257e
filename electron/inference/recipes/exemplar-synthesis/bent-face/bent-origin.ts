import type { Point } from '../../../../faces/geometry/point.ts'
import type { BentFace } from './bent-face.ts'

/** From this share on, a pixel is the bent exemplar's. */
const SHOWN = 0.5

/**
 * Where in the exemplar a pixel comes from that the bent face shows, in shares of the exemplar's sides; undefined where the picture
 * follows the match.
 *
 * @param pixel index of a pixel of the layout @param width of the layout
 */
export function bentOrigin({ photo, places, shares }: BentFace, width: number, pixel: number): Point | undefined {
  if ((shares.background[pixel] ?? 0) > SHOWN) {
    const height = places.length / 2 / width
    return { x: ((pixel % width) + 0.5) / width, y: (Math.floor(pixel / width) + 0.5) / height }
  }
  if ((shares.bent[pixel] ?? 0) <= SHOWN) return undefined
  return { x: (places[pixel * 2] ?? 0) / photo.width, y: (places[pixel * 2 + 1] ?? 0) / photo.height }
}
