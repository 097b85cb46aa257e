import { emptyPlanes } from '../colour/lab-planes.ts'
import { SOFT_PIXELS, UV_PIXELS } from '../uv/uv-frame.ts'
import type { MakeupLayers } from './makeup-layers.ts'
import type { WornColour } from './soft-layers.ts'

/** Lips without colour: darker and redder than the skin by the median of 90 faces of `faces_cc0`. */
const BARE_LIPS = { lightness: -7, a: 8, b: -6 }

/**
 * A face without colour on it: what taking make-up off can honestly aim at. The skin becomes even, lids and lips get the
 * colour that goes with its tone; lines and paint stay, because no photo shows what is under them.
 */
export function bareLayers({ tone, seen }: Pick<WornColour, 'tone' | 'seen'>): MakeupLayers {
  const lips = emptyPlanes(SOFT_PIXELS)
  lips.lightness.fill(BARE_LIPS.lightness)
  lips.a.fill(tone.a + BARE_LIPS.a)
  lips.b.fill(tone.b + BARE_LIPS.b)
  const even = emptyPlanes(SOFT_PIXELS)
  const nothing = { colours: emptyPlanes(UV_PIXELS), alpha: new Float32Array(UV_PIXELS) }
  return { soft: { tone, skin: even, eyes: even, lips, seen }, liner: nothing, paint: nothing }
}
