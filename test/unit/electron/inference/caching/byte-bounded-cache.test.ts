import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteBoundedCache } from '../../../../../electron/inference/caching/byte-bounded-cache.ts'

const cacheOf = (limit: number): ByteBoundedCache<number> => new ByteBoundedCache(limit, (bytes: number) => bytes)

describe('ByteBoundedCache', () => {
  it('drops the least recently used first', () => {
    const cache = cacheOf(10)
    cache.set('a', 5)
    cache.set('b', 5)
    cache.get('a')
    cache.set('c', 5)
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([5, undefined, 5])
  })

  // One huge encoding must not empty the cache and then stay out anyway.
  it('does not keep what is larger than the whole bound, and keeps the rest', () => {
    const cache = cacheOf(10)
    cache.set('a', 5)
    cache.set('huge', 11)
    expect([cache.get('a'), cache.get('huge')]).toEqual([5, undefined])
  })

  // Catches byte counts that drift when a key is set again.
  it('never holds more than its bound and counts exactly', () => {
    const operation = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), bytes: fc.nat(12) })
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const cache = cacheOf(20)
        for (const { key, bytes } of operations) cache.set(key, bytes)
        const held = ['a', 'b', 'c', 'd'].map((key) => cache.get(key) ?? 0)
        expect(cache.bytes).toBe(held.reduce((sum, bytes) => sum + bytes, 0))
        expect(cache.bytes).toBeLessThanOrEqual(20)
      }),
    )
  })
})
