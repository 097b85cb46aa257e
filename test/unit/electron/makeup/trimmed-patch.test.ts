import { describe, expect, it } from 'vitest'
import { trimmedPatch } from '../../../../electron/makeup/transfer/trimmed-patch.ts'
import { withPatches } from '../../../../electron/makeup/transfer/with-patches.ts'

describe('a patch cut to what it changes', () => {
  const window = { x: 2, y: 1, width: 4, height: 3 }
  const photo = { width: 8, height: 6, channels: 3 as const, data: new Uint8Array(8 * 6 * 3).fill(9) }

  it('gives the same photo with fewer pixels', () => {
    // Bug it would catch: a box that is one row or column too small, or that moves what it holds.
    const mask = Uint8Array.of(0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0)
    const data = Uint8Array.from({ length: mask.length * 3 }, (_, at) => at)
    const cut = trimmedPatch({ window, data, mask }, 3)
    expect(cut.window).toEqual({ x: 3, y: 2, width: 2, height: 2 })
    expect(withPatches(photo, [cut])).toEqual(withPatches(photo, [{ window, data, mask }]))
  })

  it('is one pixel where nothing changes', () => {
    const nothing = trimmedPatch({ window, data: new Uint8Array(36).fill(9), mask: new Uint8Array(12) }, 3)
    expect(nothing.mask).toEqual(Uint8Array.of(0))
    expect(withPatches(photo, [nothing]).data).toEqual(photo.data)
  })

  it('keeps 16 bits and four channels', () => {
    const data = Uint16Array.from({ length: 48 }, (_, at) => at * 1000)
    const mask = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255)
    expect(trimmedPatch({ window, data, mask }, 4).data).toEqual(Uint16Array.of(44_000, 45_000, 46_000, 47_000))
  })
})
