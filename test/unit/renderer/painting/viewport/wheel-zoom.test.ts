import { expect, it } from 'vitest'
import { wheelZoom } from '../../../../../renderer/painting/viewport/wheel-zoom.ts'

// Bug it would catch: one notch with Ctrl that zooms by 2.1, so that nothing between fits the eye.
it('zooms by a notch alike with and without Ctrl, and follows the small steps of a pinch', () => {
  expect(wheelZoom(-120, false)).toBeCloseTo(1.197, 3)
  expect(wheelZoom(-120, true)).toBeCloseTo(1.197, 3)
  expect(wheelZoom(100, true)).toBeCloseTo(1 / 1.197, 3)
  expect(wheelZoom(-4, true)).toBeCloseTo(1.0015 ** 20, 6)
  expect(wheelZoom(0, true)).toBe(1)
})
