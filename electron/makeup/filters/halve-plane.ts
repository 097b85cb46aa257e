/** A square plane at half its side, each value the mean of 2 × 2. */
export function halvePlane(plane: Float32Array, side: number): Float32Array {
  const half = side >> 1
  const result = new Float32Array(half * half)
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++) {
      const at = y * 2 * side + x * 2
      result[y * half + x] =
        ((plane[at] ?? 0) + (plane[at + 1] ?? 0) + (plane[at + side] ?? 0) + (plane[at + side + 1] ?? 0)) / 4
    }
  return result
}
