import type { ScalarMap } from '../../../../contract/scalar-map.ts'
import type { BentFace } from './bent-face.ts'

/** From this share on, a pixel is the bent exemplar's. */
const SHOWN = 0.5

/**
 * Where in the exemplar a pixel comes from that the bent face shows: a heat map with the heat 1 around one place.
 *
 * @param heat of the match, whose size the answer has @param pixel index of a pixel of the layout
 * @returns undefined where the picture follows the match
 */
export function placeHeat(
  { width, height }: ScalarMap,
  { photo, places, shares }: BentFace,
  layoutWidth: number,
  pixel: number,
): ScalarMap | undefined {
  const isOpen = (shares.background[pixel] ?? 0) > SHOWN
  if (!isOpen && (shares.bent[pixel] ?? 0) <= SHOWN) return undefined
  const layoutHeight = places.length / 2 / layoutWidth
  const right = isOpen ? ((pixel % layoutWidth) + 0.5) / layoutWidth : (places[pixel * 2] ?? 0) / photo.width
  const down = isOpen
    ? (Math.floor(pixel / layoutWidth) + 0.5) / layoutHeight
    : (places[pixel * 2 + 1] ?? 0) / photo.height
  const data = new Float32Array(width * height)
  const column = Math.min(Math.max(right * width - 0.5, 0), width - 1)
  const row = Math.min(Math.max(down * height - 0.5, 0), height - 1)
  for (let y = Math.floor(row); y <= Math.min(Math.floor(row) + 1, height - 1); y++)
    for (let x = Math.floor(column); x <= Math.min(Math.floor(column) + 1, width - 1); x++)
      data[y * width + x] = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row))
  return { width, height, data }
}
