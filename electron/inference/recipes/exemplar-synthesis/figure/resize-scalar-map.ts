import type { ImageSize } from '../../../../contract/image-size.ts'
import type { ScalarMap } from '../../../../contract/scalar-map.ts'

/** A map at another size, bilinear between the middles of its cells. */
export function resizeScalarMap(map: ScalarMap, { width, height }: ImageSize): ScalarMap {
  if (map.width === width && map.height === height) return map
  const columns = placesOf(width, map.width)
  const rows = placesOf(height, map.height)
  const data = new Float32Array(width * height)
  for (const [y, [top, bottom, down]] of rows.entries())
    for (const [x, [left, right, across]] of columns.entries()) {
      const upper = at(map, left, top) * (1 - across) + at(map, right, top) * across
      const lower = at(map, left, bottom) * (1 - across) + at(map, right, bottom) * across
      data[y * width + x] = upper * (1 - down) + lower * down
    }
  return { width, height, data }
}

/** For each place of a side, the two cells of the other side around it and how far it is towards the second. */
function placesOf(length: number, cells: number): readonly (readonly [number, number, number])[] {
  return Array.from({ length }, (_, index) => {
    const place = Math.min(Math.max(((index + 0.5) * cells) / length - 0.5, 0), cells - 1)
    const first = Math.floor(place)
    return [first, Math.min(first + 1, cells - 1), place - first]
  })
}

function at({ data, width }: ScalarMap, x: number, y: number): number {
  return data[y * width + x] ?? 0
}
