/** Larger than any distance in an image, small enough to add 1 to without overflow. */
const FAR = 1 << 28

/**
 * City-block (L1) distance in pixels from each pixel to the nearest non-zero pixel of `seeds`; `FAR` (2^28) everywhere if there is none.
 * Two passes of a 3×3 mask are exact for this metric, so this equals `cv2.distanceTransform(…, DIST_L1, 3)`.
 *
 * @param seeds width × height bytes
 */
export function cityBlockDistance(seeds: Uint8Array, width: number, height: number): Int32Array {
  const distance = new Int32Array(seeds.length)
  for (let y = 0; y < height; y++) {
    let left = FAR
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const above = y > 0 ? (distance[pixel - width] ?? FAR) : FAR
      left = seeds[pixel] !== 0 ? 0 : Math.min(Math.min(left, above) + 1, FAR)
      distance[pixel] = left
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    let right = FAR
    for (let x = width - 1; x >= 0; x--) {
      const pixel = y * width + x
      const below = y + 1 < height ? (distance[pixel + width] ?? FAR) : FAR
      right = Math.min(distance[pixel] ?? FAR, Math.min(right, below) + 1)
      distance[pixel] = right
    }
  }
  return distance
}
