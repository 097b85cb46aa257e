/** A square plane at twice its side, bilinear; the inverse of halvePlane for smooth planes. */
export function doublePlane(plane: Float32Array, side: number): Float32Array {
  const double = side * 2
  const result = new Float32Array(double * double)
  const mixed = new Float32Array(side)
  for (let y = 0; y < double; y++) {
    // The pixel's centre lies a quarter of a coarse pixel from the nearest coarse centre.
    const near = (y >> 1) * side
    const far = Math.min(Math.max((y >> 1) + ((y & 1) === 0 ? -1 : 1), 0), side - 1) * side
    for (let x = 0; x < side; x++) mixed[x] = 0.75 * (plane[near + x] ?? 0) + 0.25 * (plane[far + x] ?? 0)
    let before = mixed[0] ?? 0
    let here = before
    let target = y * double
    for (let x = 0; x < side; x++, target += 2) {
      const after = x + 1 < side ? (mixed[x + 1] ?? 0) : here
      result[target] = 0.75 * here + 0.25 * before
      result[target + 1] = 0.75 * here + 0.25 * after
      before = here
      here = after
    }
  }
  return result
}
