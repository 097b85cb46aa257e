import { expect, it } from 'vitest'
import { filledPicture } from '../../../../electron/photo-edit/filled-picture.ts'

const SIDE = 40

// Would catch: glasses that shine through because the exemplar still shows them.
it('fills what is hidden with the classes and colours around it, and leaves the rest', () => {
  const isDark = (at: number): boolean => at % SIDE >= 15 && at % SIDE < 25
  const picture = {
    width: SIDE,
    height: SIDE,
    data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, value) => (isDark(Math.floor(value / 3)) ? 10 : 200)),
  }
  const labels = {
    width: SIDE,
    height: SIDE,
    data: Uint8Array.from({ length: SIDE ** 2 }, (_, at) => (isDark(at) ? 3 : 1)),
  }
  const hidden = { ...labels, data: labels.data.map((label) => (label === 3 ? 1 : 0)) }
  const filled = filledPicture(picture, labels, hidden)
  expect(new Set(filled.labels.data)).toEqual(new Set([1]))
  expect(filled.picture.data.every((value) => Math.abs(value - 200) < 1)).toBe(true)
  const nothing = { ...hidden, data: new Uint8Array(hidden.data.length) }
  expect(filledPicture(picture, labels, nothing)).toEqual({ picture, labels })
})
