import { expect, it } from 'vitest'
import type { BentFace } from '../../../../../../../electron/inference/recipes/exemplar-synthesis/bent-face/bent-face.ts'
import { bentGuide } from '../../../../../../../electron/inference/recipes/exemplar-synthesis/bent-face/bent-guide.ts'

/** A layout of 4 × 2 pixels: the first row is the exemplar's, mirrored; of the second, only the last pixel is background. */
const face: BentFace = {
  photo: { width: 8, height: 4, data: new Uint8Array(96) },
  places: Float32Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? 7 - 2 * ((at / 2) % 4) : at < 8 ? 1 : 3)),
  shares: { bent: Float32Array.of(1, 1, 1, 1, 0.2, 0, 0, 0), background: Float32Array.of(0, 0, 0, 0, 0, 0, 0, 1) },
}

// Bug it would catch: texture of a larger picture pieced together from the match although the picture shows the bent face.
it('a larger picture takes its texture from where the bent face is, and from where the match points elsewhere', () => {
  const matched = { columns: 2, rows: 2, x: new Float32Array(4).fill(0.1), y: new Float32Array(4).fill(0.2) }
  const guide = bentGuide(matched, face, { width: 4, height: 2 })
  expect(guide.x).toEqual(Float32Array.of(0.625, 0.125, 0.1, 0.875))
  expect(guide.y).toEqual(Float32Array.of(0.25, 0.25, 0.2, 0.75))
  expect(matched.x[0]).toBeCloseTo(0.1)
})
