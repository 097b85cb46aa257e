import type { Similarity } from '../geometry/similarity.ts'

/**
 * A value of a plane of `side` × `side` at a place of a picture, bilinear; 0 outside the plane.
 * @param fromPicture from the picture's pixels to the plane's
 */
export function planeAt(
  plane: Float32Array,
  side: number,
  { a, b, x: shiftX, y: shiftY }: Similarity,
  x: number,
  y: number,
): number {
  const px = a * x - b * y + shiftX - 0.5
  const py = b * x + a * y + shiftY - 0.5
  const left = Math.floor(px)
  const top = Math.floor(py)
  if (left < 0 || top < 0 || left >= side - 1 || top >= side - 1) return 0
  const fx = px - left
  const fy = py - top
  const at = top * side + left
  return (
    (1 - fy) * ((1 - fx) * (plane[at] ?? 0) + fx * (plane[at + 1] ?? 0)) +
    fy * ((1 - fx) * (plane[at + side] ?? 0) + fx * (plane[at + side + 1] ?? 0))
  )
}
