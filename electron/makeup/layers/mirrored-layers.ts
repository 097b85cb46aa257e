import type { LabPlanes } from '../colour/lab-planes.ts'
import { SOFT_SIDE, UV_SIDE } from '../uv/uv-frame.ts'
import type { DrawnLayer } from './drawn-layers.ts'
import type { MakeupLayers } from './makeup-layers.ts'

/** The same make-up with its sides swapped. */
export function mirroredLayers({ soft, liner, paint }: MakeupLayers): MakeupLayers {
  return {
    soft: {
      ...soft,
      skin: mirroredPlanes(soft.skin, SOFT_SIDE),
      eyes: mirroredPlanes(soft.eyes, SOFT_SIDE),
      lips: mirroredPlanes(soft.lips, SOFT_SIDE),
    },
    liner: mirroredDrawing(liner),
    paint: mirroredDrawing(paint),
  }
}

function mirroredDrawing({ colours, alpha }: DrawnLayer): DrawnLayer {
  return { colours: mirroredPlanes(colours, UV_SIDE), alpha: mirrored(alpha, UV_SIDE) }
}

function mirroredPlanes({ lightness, a, b }: LabPlanes, side: number): LabPlanes {
  return { lightness: mirrored(lightness, side), a: mirrored(a, side), b: mirrored(b, side) }
}

/** Exact, because the plane's middle lies between two pixels. */
function mirrored(plane: Float32Array, side: number): Float32Array {
  return plane.map((_, index) => {
    const column = index % side
    return plane[index - column + side - 1 - column] ?? 0
  })
}
