import { describe, expect, it } from 'vitest'
import type { BentFace } from '../../../../../../../electron/inference/recipes/exemplar-synthesis/bent-face/bent-face.ts'
import { placeHeat } from '../../../../../../../electron/inference/recipes/exemplar-synthesis/bent-face/place-heat.ts'

/** A layout of 4 × 2 pixels: the first row follows the bent face, mirrored; of the second, only the last pixel is background. */
const face: BentFace = {
  photo: { width: 8, height: 4, data: new Uint8Array(96) },
  places: Float32Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? 7 - 2 * ((at / 2) % 4) : at < 8 ? 1 : 3)),
  shares: { bent: Float32Array.of(1, 1, 1, 1, 0.2, 0, 0, 0), background: Float32Array.of(0, 0, 0, 0, 0, 0, 0, 1) },
}
const heat = { width: 4, height: 2, data: new Float32Array(8).fill(0.125) }

describe('where a pixel of a bent face comes from', () => {
  // Bug it would catch: an inspector that points where the match points although the picture shows the bent face.
  it('is the place in the exemplar as it is', () => {
    expect([...(placeHeat(heat, face, 4, 0)?.data ?? [])]).toEqual([0, 0, 0, 1, 0, 0, 0, 0])
    expect([...(placeHeat(heat, face, 4, 3)?.data ?? [])]).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
  })

  // Bug it would catch: a background said to have moved with the head.
  it('is the very same place for a background that stays', () => {
    expect([...(placeHeat(heat, face, 4, 7)?.data ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('is left to the match elsewhere', () => {
    expect(placeHeat(heat, face, 4, 4)).toBeUndefined()
  })
})
