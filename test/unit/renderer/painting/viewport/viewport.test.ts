import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  fitted,
  initialViewport,
  rotatedAt,
  steppedZoom,
  toDocument,
  toScreen,
  zoomedAt,
} from '../../../../../renderer/painting/viewport/viewport.ts'
import { ViewportStore } from '../../../../../renderer/painting/viewport/viewport-store.ts'

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })
const viewport = fc.record({
  x: number(-500, 500),
  y: number(-500, 500),
  zoom: number(0.1, 30),
  rotation: number(0, 6.28),
})
const point = fc.record({ x: number(0, 1000), y: number(0, 800) })

describe('viewport', () => {
  it('zooms and rotates around the cursor: what lies under it stays there', () => {
    fc.assert(
      fc.property(viewport, point, number(0.2, 5), number(-3, 3), (view, screen, factor, angle) => {
        const held = toDocument(view, screen)
        for (const next of [zoomedAt(view, screen, factor), rotatedAt(view, screen, angle)]) {
          const now = toScreen(next, held)
          expect(Math.hypot(now.x - screen.x, now.y - screen.y)).toBeLessThan(1e-6)
        }
      }),
    )
  })

  it('never zooms out of its bounds (a document of nothing, or one pixel filling the screen)', () => {
    expect(zoomedAt(initialViewport, { x: 0, y: 0 }, 1e9).zoom).toBe(64)
    expect(zoomedAt(initialViewport, { x: 0, y: 0 }, 1e-9).zoom).toBe(0.05)
  })

  it('fits a document, rotated too, wholly into the area', () => {
    fc.assert(
      fc.property(number(0, 6.28), (rotation) => {
        const size = { width: 1024, height: 512 }
        const fit = fitted({ ...initialViewport, rotation }, size, { width: 900, height: 700 })
        for (const corner of [
          { x: 0, y: 0 },
          { x: 1024, y: 0 },
          { x: 0, y: 512 },
          { x: 1024, y: 512 },
        ]) {
          const { x, y } = toScreen(fit, corner)
          expect(x >= 31.9 && x <= 868.1 && y >= 31.9 && y <= 668.1).toBe(true)
        }
      }),
    )
  })

  it('steps through comfortable zooms in both directions', () => {
    expect([steppedZoom(1, 1), steppedZoom(1, -1), steppedZoom(1.42, 1), steppedZoom(64, 1)]).toEqual([
      1.5, 0.75, 1.5, 64,
    ])
  })

  it('stays fitted while the window changes, until the user moves the view', () => {
    const store = new ViewportStore()
    store.showDocument({ width: 512, height: 512 })
    store.resize({ width: 576, height: 576 })
    expect(store.get().zoom).toBe(1)
    store.resize({ width: 1088, height: 1088 })
    expect(store.get().zoom).toBe(2)
    store.pan({ x: 10, y: 0 })
    store.resize({ width: 576, height: 576 })
    expect(store.get().zoom).toBe(2)
  })

  it('keeps what is in the middle there when the canvas grows, as on a change of view', () => {
    const store = new ViewportStore()
    store.showDocument({ width: 512, height: 512 })
    store.resize({ width: 576, height: 576 })
    store.actualSize()
    const before = toDocument(store.get(), { x: 288, y: 288 })
    store.resize({ width: 1000, height: 700 })
    expect(toDocument(store.get(), { x: 500, y: 350 })).toEqual(before)
  })
})
