/** Sobel derivatives down the rows and across the columns, and their Euclidean norm; width × height values each. */
export interface SobelGradient {
  readonly down: Float64Array
  readonly across: Float64Array
  readonly magnitude: Float64Array
}

/**
 * Sobel gradient with the border mirrored about the pixel edge, as `scipy.ndimage.sobel` computes it (difference first, then
 * the 1-2-1 mean, centre first), to the last bit.
 */
export function sobelGradient(image: Float64Array, width: number, height: number): SobelGradient {
  const area = width * height
  const verticalDifference = new Float64Array(area)
  const horizontalDifference = new Float64Array(area)
  for (let y = 0; y < height; y++) {
    const above = Math.max(y - 1, 0) * width
    const below = Math.min(y + 1, height - 1) * width
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const left = image[x > 0 ? pixel - 1 : pixel] ?? 0
      const right = image[x + 1 < width ? pixel + 1 : pixel] ?? 0
      horizontalDifference[pixel] = right - left
      verticalDifference[pixel] = (image[below + x] ?? 0) - (image[above + x] ?? 0)
    }
  }

  const down = new Float64Array(area)
  const across = new Float64Array(area)
  const magnitude = new Float64Array(area)
  for (let y = 0; y < height; y++) {
    const above = Math.max(y - 1, 0) * width
    const below = Math.min(y + 1, height - 1) * width
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const left = verticalDifference[x > 0 ? pixel - 1 : pixel] ?? 0
      const right = verticalDifference[x + 1 < width ? pixel + 1 : pixel] ?? 0
      const downHere = (verticalDifference[pixel] ?? 0) * 2 + (left + right)
      const acrossHere =
        (horizontalDifference[pixel] ?? 0) * 2 +
        ((horizontalDifference[above + x] ?? 0) + (horizontalDifference[below + x] ?? 0))
      down[pixel] = downHere
      across[pixel] = acrossHere
      magnitude[pixel] = Math.sqrt(downHere * downHere + acrossHere * acrossHere)
    }
  }
  return { down, across, magnitude }
}
