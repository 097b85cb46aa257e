import type { SobelGradient } from './sobel-gradient.ts'

/**
 * Keeps the gradient magnitude where it is at least `threshold` and no smaller than the magnitudes one step up and down the
 * gradient, those interpolated between the two neighbours the gradient points between; 0 elsewhere and on the one-pixel border.
 * Same comparisons as scikit-image 0.26 (`skimage/feature/_canny_cy.pyx`), ties included.
 */
export function nonMaximumSuppression(
  gradient: SobelGradient,
  width: number,
  height: number,
  threshold: number,
): Float64Array {
  const { down, across, magnitude } = gradient
  const ridges = new Float64Array(width * height)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const pixel = y * width + x
      const here = magnitude[pixel] ?? 0
      if (here < threshold) continue
      const vertical = down[pixel] ?? 0
      const horizontal = across[pixel] ?? 0
      const steepness = Math.abs(vertical)
      const slant = Math.abs(horizontal)
      // On exact diagonals the two quadrant pairs break the tie differently; the reference does so too.
      const sameSign = vertical > 0 === horizontal > 0
      const mostlyVertical = sameSign ? steepness > slant : steepness >= slant
      const weight = mostlyVertical ? slant / steepness : steepness / slant
      const diagonal = sameSign ? width + 1 : 1 - width
      const straight = mostlyVertical ? (sameSign ? width : -width) : 1
      const ahead = (magnitude[pixel + diagonal] ?? 0) * weight + (magnitude[pixel + straight] ?? 0) * (1 - weight)
      if (ahead > here) continue
      const behind = (magnitude[pixel - diagonal] ?? 0) * weight + (magnitude[pixel - straight] ?? 0) * (1 - weight)
      if (behind <= here) ridges[pixel] = here
    }
  return ridges
}
