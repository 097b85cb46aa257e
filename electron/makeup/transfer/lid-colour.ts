import type { LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { PART_BLUR, type SoftLayers } from '../layers/soft-layers.ts'
import { SOFT_PIXELS, SOFT_SIDE } from '../uv/uv-frame.ts'

const made = new WeakMap<LabPlanes, WeakMap<LabPlanes, LabPlanes>>()

/**
 * What one face's lids wear more than another's, SOFT_SIDE². Both were blurred when they were read, which pales a shadow that
 * is as narrow as a lid; what the blur takes is added again (one step of van Cittert's deconvolution). It does not depend on
 * strengths, so that a slider never makes it again.
 */
export function lidDifference(own: SoftLayers['eyes'], worn: SoftLayers['eyes']): LabPlanes {
  const ofOwn = made.get(own) ?? new WeakMap<LabPlanes, LabPlanes>()
  made.set(own, ofOwn)
  const known = ofOwn.get(worn)
  if (known !== undefined) return known
  const difference = {
    // Sharper lightness would change the skin's texture and how the eyes are shaped.
    lightness: more(own.lightness, worn.lightness),
    a: sharpened(more(own.a, worn.a)),
    b: sharpened(more(own.b, worn.b)),
  }
  ofOwn.set(worn, difference)
  return difference
}

function more(own: Float32Array, worn: Float32Array): Float32Array {
  const difference = new Float32Array(SOFT_PIXELS)
  for (let index = 0; index < SOFT_PIXELS; index++) difference[index] = (worn[index] ?? 0) - (own[index] ?? 0)
  return difference
}

function sharpened(plane: Float32Array): Float32Array {
  const soft = blur(plane, SOFT_SIDE, PART_BLUR)
  for (let index = 0; index < SOFT_PIXELS; index++) soft[index] = 2 * (plane[index] ?? 0) - (soft[index] ?? 0)
  return soft
}
