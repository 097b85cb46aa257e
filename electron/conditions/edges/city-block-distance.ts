/** Stands for no seed at all; twice the longest image side, the largest distance possible, stays below. */
export const UNREACHED = 0xffff

/**
 * City-block (L1) distance in pixels from each pixel to the nearest non-zero pixel of `seeds`; `UNREACHED` everywhere if there is none.
 * Two passes of a 3×3 mask are exact for this metric, so this equals `cv2.distanceTransform(…, DIST_L1, 3)`.
 *
 * @param seeds width × height bytes, width + height < 65535
 */
export function cityBlockDistance(seeds: Uint8Array, width: number, height: number): Uint16Array {
  if (isEmpty(seeds)) return new Uint16Array(width * height).fill(UNREACHED)
  // One row of UNREACHED above and below spares both passes a test at the border.
  const padded = new Uint16Array(width * (height + 2)).fill(UNREACHED)
  for (let y = 0; y < height; y++) {
    let left = UNREACHED
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const above = padded[pixel] ?? UNREACHED
      const nearest = left < above ? left : above
      left = seeds[pixel] !== 0 ? 0 : nearest === UNREACHED ? UNREACHED : nearest + 1
      padded[pixel + width] = left
    }
  }
  for (let y = height; y > 0; y--) {
    let right = UNREACHED
    for (let x = width - 1; x >= 0; x--) {
      const pixel = y * width + x
      const below = padded[pixel + width] ?? UNREACHED
      const here = padded[pixel] ?? UNREACHED
      const around = (right < below ? right : below) + 1
      right = around < here ? around : here
      padded[pixel] = right
    }
  }
  return padded.subarray(width, width * (height + 1))
}

function isEmpty(seeds: Uint8Array): boolean {
  for (const seed of seeds) if (seed !== 0) return false
  return true
}
