import { expect, it } from 'vitest'
import { median } from '../../../../../scripts/bench/engine/median.ts'

it('is the middle value whatever their order, and the mean of the two in the middle', () => {
  // Sorting as text would put 10 before 9.
  expect(median([10, 9, 100])).toBe(10)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(() => median([])).toThrow('no median')
})
