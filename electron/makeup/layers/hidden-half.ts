import { emptyPlanes } from '../colour/lab-planes.ts'
import { smoothStep } from '../filters/smooth-step.ts'
import { partZones } from '../uv/part-zones.ts'
import { UV_PIXELS, UV_SIDE } from '../uv/uv-frame.ts'
import type { DrawnLayer } from './drawn-layers.ts'

/** From here to there a place is seen well enough to be believed. */
const SEEN = [0.2, 0.5] as const
/** An eye of which less than this share is seen is drawn as the mirror image of the other one. */
const HIDDEN = 0.6

/**
 * The lines of the eye that a turned head hides, from those of the other eye. Lines are worn alike on both eyes, and a face
 * seen from another side would otherwise get one eye without them.
 *
 * @param visible UV_SIDE², 0..1
 */
export function withHiddenHalf(layer: DrawnLayer, visible: Float32Array): DrawnLayer {
  const { liner } = partZones(UV_SIDE)
  const [left, right] = [shareSeen(liner, visible, 0), shareSeen(liner, visible, 1)]
  if (Math.min(left, right) > HIDDEN || Math.max(left, right) < HIDDEN) return layer
  const hidden = left < right ? 0 : 1
  const colours = emptyPlanes(UV_PIXELS)
  const alpha = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++) {
    const twin = index ^ (UV_SIDE - 1)
    const own = halfOf(index) === hidden ? smoothStep(visible[index] ?? 0, SEEN) : 1
    alpha[index] = (layer.alpha[index] ?? 0) * own + (layer.alpha[twin] ?? 0) * (1 - own)
    const from = own < 0.5 ? twin : index
    colours.lightness[index] = layer.colours.lightness[from] ?? 0
    colours.a[index] = layer.colours.a[from] ?? 0
    colours.b[index] = layer.colours.b[from] ?? 0
  }
  return { colours, alpha }
}

/** 0 = left of the plane's middle, 1 = right of it. */
function halfOf(index: number): number {
  return index % UV_SIDE < UV_SIDE / 2 ? 0 : 1
}

function shareSeen(zone: Float32Array, visible: Float32Array, half: number): number {
  let [seen, whole] = [0, 1e-6]
  for (let index = 0; index < zone.length; index++) {
    const weight = zone[index] ?? 0
    if (weight === 0 || halfOf(index) !== half) continue
    seen += weight * (visible[index] ?? 0)
    whole += weight
  }
  return seen / whole
}
