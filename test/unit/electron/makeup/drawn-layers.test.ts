import { describe, expect, it } from 'vitest'
import { linearFromLab, linearToLab } from '../../../../electron/makeup/colour/lab.ts'
import { linerLayer, paintLayer, type DrawnLayer } from '../../../../electron/makeup/layers/drawn-layers.ts'
import { withHiddenHalf } from '../../../../electron/makeup/layers/hidden-half.ts'
import { UV_SIDE } from '../../../../electron/makeup/uv/uv-frame.ts'
import { unwrapFace, type UnwrappedFace } from '../../../../electron/makeup/uv/unwrap-face.ts'
import { drawFace, type Drawing } from './made-up-face.ts'

const SKIN = [68, 14, 18] as const
const CHEEK = [170, 310] as const
const UNDER_NOSE = [232, 332] as const
const NOSE_TIP = [256, 304] as const

function unwrapped(drawing: Drawing): UnwrappedFace {
  const { pyramid, face, cover } = drawFace(drawing)
  return unwrapFace(pyramid, face, cover)
}

function opacityAround({ alpha }: DrawnLayer, [u, v]: readonly [number, number]): number {
  let most = 0
  for (let y = v - 3; y <= v + 3; y++)
    for (let x = u - 3; x <= u + 3; x++) most = Math.max(most, alpha[y * UV_SIDE + x] ?? 0)
  return most
}

/** The skin after a change of its linear light. */
function changedSkin(change: (light: number) => number): readonly [number, number, number] {
  const light = new Float32Array(3)
  const lab = new Float32Array(3)
  linearFromLab(Float32Array.of(...SKIN), light)
  linearToLab(change(light[0] ?? 0), change(light[1] ?? 0), change(light[2] ?? 0), lab)
  return [lab[0] ?? 0, lab[1] ?? 0, lab[2] ?? 0]
}

describe('face paint', () => {
  it('is thin white paint, and not shine that is as light', () => {
    // Bugs it would catch: fine white dots that are lost, a shining cheek that is painted on others.
    const paint = changedSkin((light) => light + (0.9 - light) * 0.4)
    const shine = changedSkin((light) => light + 0.2)
    expect(opacityAround(paintLayer(unwrapped({ spots: [CHEEK], spotColour: paint })), CHEEK)).toBeGreaterThan(0.6)
    expect(opacityAround(paintLayer(unwrapped({ spots: [CHEEK], spotColour: shine })), CHEEK)).toBeLessThan(0.2)
  })

  it('is not what lies in the nose’s shadow, unless the tip of the nose is painted too', () => {
    // Bug it would catch: the nostrils of a head tilted back, drawn on others as dark strokes.
    const dark = { spotColour: [22, 6, 6] } as const
    const strokes = [UNDER_NOSE, [246, 336], [256, 337]] as const
    expect(opacityAround(paintLayer(unwrapped({ ...dark, spots: strokes })), UNDER_NOSE)).toBeLessThan(0.1)
    const nose = paintLayer(unwrapped({ ...dark, spots: [...strokes, NOSE_TIP] }))
    expect(opacityAround(nose, UNDER_NOSE)).toBeGreaterThan(0.3)
  })
})

describe('light on a nose', () => {
  it('is shine where it is small, and paint where the nose is white', () => {
    // Bug it would catch: the shine of one nose drawn on every other, or a painted nose that is lost.
    const ridge = [256, 270] as const
    const white = { spotColour: [92, 1, 2] } as const
    expect(opacityAround(paintLayer(unwrapped({ ...white, spots: [ridge] })), ridge)).toBeLessThan(0.1)
    const across = [-20, -10, 0, 10, 20].flatMap((x) => [-20, -10, 0, 10, 20].map((y) => [256 + x, 270 + y] as const))
    expect(opacityAround(paintLayer(unwrapped({ ...white, spots: across })), ridge)).toBeGreaterThan(0.5)
  })
})

describe('lines of an eye that is turned away', () => {
  it('are those of the other eye', () => {
    // Bug it would catch: one eye without liner on a face that is seen from another side than the exemplar.
    const face = unwrapped({ spots: [[150, 222]], spotColour: [20, 2, 2] })
    const visible = face.visible.map((value, index) => (index % UV_SIDE < UV_SIDE / 2 ? value : 0))
    const seen = linerLayer({ ...face, visible })
    const filled = withHiddenHalf(seen, visible)
    const half = UV_SIDE / 2
    let [own, twin] = [0, 0]
    for (let index = 0; index < filled.alpha.length; index++)
      if (index % UV_SIDE < half) own += filled.alpha[index] ?? 0
      else twin += filled.alpha[index] ?? 0
    expect(own).toBeGreaterThan(10)
    expect(Math.abs(twin - own)).toBeLessThan(0.02 * own)
    expect(withHiddenHalf(seen, face.visible)).toBe(seen)
  })
})
