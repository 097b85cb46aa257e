import type { ScalarMap } from '../../../../contract/scalar-map.ts'
import type { BentFace } from './bent-face.ts'
import { bentOrigin } from './bent-origin.ts'

/**
 * Where in the exemplar a pixel comes from that the bent face shows: a heat map with the heat 1 around one place.
 *
 * @param heat of the match, whose size the answer has @param pixel index of a pixel of the layout
 * @returns undefined where the picture follows the match
 */
export function placeHeat(
  { width, height }: ScalarMap,
  face: BentFace,
  layoutWidth: number,
  pixel: number,
): ScalarMap | undefined {
  const origin = bentOrigin(face, layoutWidth, pixel)
  if (origin === undefined) return undefined
  const data = new Float32Array(width * height)
  const column = Math.min(Math.max(origin.x * width - 0.5, 0), width - 1)
  const row = Math.min(Math.max(origin.y * height - 0.5, 0), height - 1)
  for (let y = Math.floor(row); y <= Math.min(Math.floor(row) + 1, height - 1); y++)
    for (let x = Math.floor(column); x <= Math.min(Math.floor(column) + 1, width - 1); x++)
      data[y * width + x] = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row))
  return { width, height, data }
}
