import { expect, it } from 'vitest'
import { contentKey } from '../../../../../electron/inference/caching/content-key.ts'

// Catches a key that simply joins its parts: two different requests would share one cached encoding.
it('tells apart parts that read the same when joined', () => {
  const keys = [
    contentKey('ab', 'c'),
    contentKey('a', 'bc'),
    contentKey(1, 2),
    contentKey(12),
    contentKey('12'),
    contentKey(Uint8Array.of(49, 50)),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

it('depends on content alone, not on the buffer around it', () => {
  const buffer = Uint8Array.of(9, 1, 2, 3, 9)
  expect(contentKey(buffer.subarray(1, 4))).toBe(contentKey(Uint8Array.of(1, 2, 3)))
})
