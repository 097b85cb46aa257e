import { describe, expect, it } from 'vitest'
import { emptyPlanes, type LabColour } from '../../../../electron/makeup/colour/lab-planes.ts'
import type { MakeupLayers } from '../../../../electron/makeup/layers/makeup-layers.ts'
import type { SoftLayers } from '../../../../electron/makeup/layers/soft-layers.ts'
import { compose } from '../../../../electron/makeup/transfer/composition.ts'
import { SOFT_PIXELS, UV_PIXELS } from '../../../../electron/makeup/uv/uv-frame.ts'

/** A face of one colour, without anything on it. */
function plain(tone: LabColour): SoftLayers {
  const even = emptyPlanes(SOFT_PIXELS)
  const lipBase = new Float32Array(SOFT_PIXELS)
  return { tone, skin: even, skinBase: even, eyes: even, lips: even, lipBase, seen: { skin: 1, eyes: 1, lips: 1 } }
}

function foundationOf(tone: LabColour, own: LabColour): readonly number[] {
  const nothing = { colours: emptyPlanes(UV_PIXELS), alpha: new Float32Array(UV_PIXELS) }
  const worn: MakeupLayers = { soft: plain(tone), liner: nothing, paint: nothing }
  const soft = plain(own)
  const { skin } = compose(
    // Only the soft layers are read.
    { soft },
    {
      layers: { foundation: worn },
      strengths: { foundation: 1, blush: 0, shadow: 0, paint: 0, liner: 0, lips: 0 },
      tone: 0,
      shifts: {},
    },
  )
  return [...(skin ?? []).slice(0, 3)].map((value) => Math.round(value))
}

describe('the skin tone of a person', () => {
  const dark = { lightness: 36, a: 20, b: 19 }

  it('stays under the make-up of somebody pale in cold light', () => {
    // Bug it would catch: pale skin (L 81, a 8, b 1 in the set that was measured) taken for white paint.
    expect(foundationOf({ lightness: 81, a: 8, b: 1 }, dark)).toEqual([0, 0, 0])
  })

  it('gives way to a face that is painted blue or green', () => {
    const [lightness = 0, , b = 0] = foundationOf({ lightness: 50, a: 4, b: -30 }, dark)
    expect(lightness).toBeGreaterThan(0)
    expect(b).toBeLessThan(-40)
  })
})
