import { describe, expect, it } from 'vitest'

import type { ScenePhoto } from '../../../../../renderer/painting/photo/photo-scene.ts'
import { covers, visibleArea } from '../../../../../renderer/painting/photo/visible-area.ts'

const photo: ScenePhoto = {
  width: 4000,
  height: 3000,
  whole: { width: 2000, height: 1500, data: new Uint8Array() },
  readArea: () => Promise.reject(new Error('not here')),
}
const document = { width: 1000, height: 750 }
const area = { width: 1000, height: 750 }
const view = { x: 0, y: 0, zoom: 1, rotation: 0 }

describe('the part of a photo that is read to be sharp', () => {
  it('is none while the reduced copy has enough pixels', () => {
    expect(visibleArea(photo, document, view, area, 1)).toBeUndefined()
    expect(visibleArea(photo, document, { ...view, zoom: 2 }, area, 1)).toBeUndefined()
  })

  // Bug it would catch: real pixels read for the wrong place, or more of them than the screen can show.
  it('is what is seen and a margin, never enlarged', () => {
    const part = visibleArea(photo, document, { x: -2000, y: -1500, zoom: 8, rotation: 0 }, area, 1)
    expect(part).toEqual({ x: 925, y: 693, width: 650, height: 489, shown: { width: 650, height: 489 } })
  })

  it('is reduced to the screen’s pixels, counting dense screens', () => {
    const far = visibleArea(photo, document, { ...view, zoom: 3 }, area, 1)
    expect(far?.shown.width).toBe(Math.round((far?.width ?? 0) * 0.75))
    expect(visibleArea(photo, document, { ...view, zoom: 1.5 }, area, 2)?.shown.width).toBeGreaterThan(2000)
  })

  it('is not read again for a small move', () => {
    const read = { x: 0, y: 0, width: 1000, height: 800, shown: { width: 1000, height: 800 } }
    expect(covers(read, { ...read, x: -50 }, 0.12)).toBe(true)
    expect(covers(read, { ...read, x: 300 }, 0.12)).toBe(false)
    expect(covers({ ...read, shown: { width: 500, height: 400 } }, read, 0.12)).toBe(false)
  })
})
