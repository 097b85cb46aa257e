/** A square plane at twice its side, bilinear; the inverse of halvePlane for smooth planes. */
export function doublePlane(plane: Float32Array, side: number): Float32Array {
  const double = side * 2
  const result = new Float32Array(double * double)
  for (let y = 0; y < double; y++) {
    // The pixel's centre lies a quarter of a coarse pixel from the nearest coarse centre.
    const near = (y >> 1) * side
    const far = Math.min(Math.max((y >> 1) + ((y & 1) === 0 ? -1 : 1), 0), side - 1) * side
    for (let x = 0; x < side; x++) {
      const left = Math.max(x - 1, 0)
      const right = Math.min(x + 1, side - 1)
      const middle = 0.75 * (plane[near + x] ?? 0) + 0.25 * (plane[far + x] ?? 0)
      const before = 0.75 * (plane[near + left] ?? 0) + 0.25 * (plane[far + left] ?? 0)
      const after = 0.75 * (plane[near + right] ?? 0) + 0.25 * (plane[far + right] ?? 0)
      result[y * double + x * 2] = 0.75 * middle + 0.25 * before
      result[y * double + x * 2 + 1] = 0.75 * middle + 0.25 * after
    }
  }
  return result
}
