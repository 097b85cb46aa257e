import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sameBytes } from '../../same-bytes.ts'
import { createRaster } from '../../../../../renderer/model/raster/label-raster.ts'
import { RasterTransaction } from '../../../../../renderer/model/raster/raster-transaction.ts'
import { applyPatch } from '../../../../../renderer/model/raster/tile-patch.ts'

const spans = fc.array(
  fc.record({
    y: fc.integer({ min: 0, max: 99 }),
    x: fc.integer({ min: 0, max: 149 }),
    length: fc.integer({ min: 1, max: 150 }),
    id: fc.integer({ min: 0, max: 255 }),
  }),
  { maxLength: 30 },
)

describe('raster transaction', () => {
  it('its patch undoes and redoes any writes, at borders that no tile fits too', () => {
    fc.assert(
      fc.property(spans, (writes) => {
        const raster = createRaster(150, 100, 7)
        const before = raster.data.slice()
        const transaction = new RasterTransaction(raster)
        for (const { y, x, length, id } of writes) {
          const end = Math.min(150, x + length)
          transaction.touchSpan(y, x, end)
          raster.data.fill(id, y * 150 + x, y * 150 + end)
        }
        const after = raster.data.slice()
        const patch = transaction.patch()
        if (patch === undefined) {
          expect(sameBytes(after, before)).toBe(true)
          return
        }
        applyPatch(raster, patch, 'before')
        expect(sameBytes(raster.data, before)).toBe(true)
        applyPatch(raster, patch, 'after')
        expect(sameBytes(raster.data, after)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('gives no patch when writes change nothing (an empty undo step would puzzle)', () => {
    const raster = createRaster(64, 64, 7)
    const transaction = new RasterTransaction(raster)
    transaction.touchRect({ x: 0, y: 0, width: 64, height: 64 })
    raster.data.fill(7)
    expect(transaction.patch()).toBeUndefined()
  })

  it('restores and goes on, as shapes that follow the pointer need', () => {
    const raster = createRaster(200, 200, 1)
    const transaction = new RasterTransaction(raster)
    transaction.touchSpan(10, 0, 200)
    raster.data.fill(2, 2000, 2200)
    expect(transaction.restore()).toEqual({ x: 0, y: 0, width: 200, height: 64 })
    expect(raster.data.every((id) => id === 1)).toBe(true)
    raster.data.fill(3, 2000, 2001)
    expect(transaction.patch()?.tiles).toEqual(Uint32Array.of(0))
  })
})
