import { carriedPoint, type DocumentTransform } from '../document/document-transform.ts'

interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * The plane as it lies in the changed document: every pixel takes the value under its centre, values are never mixed.
 *
 * @param plane Of the old document's size.
 * @param outside What pixels get that were not in the old document.
 */
export function transformPlane(plane: Plane, { to, back }: DocumentTransform, outside: number): Plane {
  const { width, height } = to
  const data = new Uint8Array(width * height).fill(outside)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = carriedPoint(back, { x: x + 0.5, y: y + 0.5 })
      const column = Math.floor(from.x)
      const row = Math.floor(from.y)
      if (column < 0 || row < 0 || column >= plane.width || row >= plane.height) continue
      data[y * width + x] = plane.data[row * plane.width + column] ?? outside
    }
  }
  return { width, height, data }
}
