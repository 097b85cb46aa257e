import type { Colours } from '../../detail/raster.ts'

/**
 * Colours between pixels (a pixel's centre is at +0.5) by Catmull and Rom's spline, which keeps what is sharp; edges repeated.
 *
 * @param to three values are written here
 */
export function cubicSample({ width, height, data }: Colours, x: number, y: number, to: Float32Array): void {
  const left = Math.floor(x - 0.5)
  const top = Math.floor(y - 0.5)
  const across = weights(x - 0.5 - left)
  const down = weights(y - 0.5 - top)
  to.fill(0)
  down.forEach((weightDown, row) => {
    const from = Math.min(Math.max(top - 1 + row, 0), height - 1) * width
    across.forEach((weightAcross, column) => {
      const at = (from + Math.min(Math.max(left - 1 + column, 0), width - 1)) * 3
      const weight = weightDown * weightAcross
      for (let channel = 0; channel < 3; channel++)
        to[channel] = (to[channel] ?? 0) + weight * (data[at + channel] ?? 0)
    })
  })
}

function weights(t: number): readonly number[] {
  return [
    t * (-0.5 + t * (1 - 0.5 * t)),
    1 + t * t * (1.5 * t - 2.5),
    t * (0.5 + t * (2 - 1.5 * t)),
    t * t * (0.5 * t - 0.5),
  ]
}
