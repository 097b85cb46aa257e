import type { DrawnLayer } from '../layers/drawn-layers.ts'
import { UV_PIXELS } from '../uv/uv-frame.ts'

const made = new WeakMap<DrawnLayer, Float32Array>()

/**
 * A drawn layer as it is read for every pixel: L, a, b, each times the opacity, and the opacity. It does not depend on
 * strengths, so that a slider never makes it again.
 */
export function drawnMap(layer: DrawnLayer): Float32Array {
  const known = made.get(layer)
  if (known !== undefined) return known
  const map = new Float32Array(UV_PIXELS * 4)
  const { colours, alpha } = layer
  for (let index = 0; index < UV_PIXELS; index++) {
    const opacity = alpha[index] ?? 0
    if (opacity <= 0) continue
    map[index * 4] = (colours.lightness[index] ?? 0) * opacity
    map[index * 4 + 1] = (colours.a[index] ?? 0) * opacity
    map[index * 4 + 2] = (colours.b[index] ?? 0) * opacity
    map[index * 4 + 3] = opacity
  }
  made.set(layer, map)
  return map
}
