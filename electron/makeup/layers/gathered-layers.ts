import type { MakeupPart } from '../../contract/makeup-parts.ts'
import { emptyPlanes } from '../colour/lab-planes.ts'
import { SOFT_PIXELS, UV_PIXELS } from '../uv/uv-frame.ts'
import type { MakeupLayers } from './makeup-layers.ts'

/** The parts of several people's make-up as one; what nobody gives is empty. */
export function gatheredLayers(parts: Readonly<Partial<Record<MakeupPart, MakeupLayers>>>): MakeupLayers {
  const { foundation, blush, shadow, paint, liner, lips } = parts
  const nothing = { colours: emptyPlanes(UV_PIXELS), alpha: new Float32Array(UV_PIXELS) }
  const empty = emptyPlanes(SOFT_PIXELS)
  const tone = (foundation ?? lips ?? blush ?? shadow ?? paint ?? liner)?.soft.tone ?? { lightness: 60, a: 12, b: 15 }
  return {
    soft: {
      tone,
      skin: blush?.soft.skin ?? empty,
      eyes: shadow?.soft.eyes ?? empty,
      lips: lips?.soft.lips ?? empty,
      seen: {
        skin: blush?.soft.seen.skin ?? 1,
        eyes: shadow?.soft.seen.eyes ?? 1,
        lips: lips?.soft.seen.lips ?? 1,
      },
    },
    liner: liner?.liner ?? nothing,
    paint: paint?.paint ?? nothing,
  }
}
