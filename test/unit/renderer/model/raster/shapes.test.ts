import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { constrainBox, ellipseSpans, rectangleSpans } from '../../../../../renderer/model/raster/shapes/box.ts'
import { capsuleSpans, type BrushSample } from '../../../../../renderer/model/raster/shapes/capsule.ts'
import { polygonSpans } from '../../../../../renderer/model/raster/shapes/polygon.ts'
import type { SpanSink } from '../../../../../renderer/model/raster/shapes/span.ts'

const SIDE = 40

function pixels(draw: (sink: SpanSink) => void): Set<string> {
  const found = new Set<string>()
  draw((y, x0, x1) => {
    for (let x = x0; x < x1; x += 1) found.add(`${x},${y}`)
  })
  return found
}

/** Whether a pixel's centre lies within the union of discs between two samples, by walking along the way. */
function coveredByWalking(from: BrushSample, to: BrushSample, x: number, y: number): number {
  let margin = -Infinity
  for (let step = 0; step <= 800; step += 1) {
    const t = step / 800
    const radius = from.radius + (to.radius - from.radius) * t
    const cx = from.x + (to.x - from.x) * t
    const cy = from.y + (to.y - from.y) * t
    margin = Math.max(margin, radius - Math.hypot(x + 0.5 - cx, y + 0.5 - cy))
  }
  return margin
}

describe('capsule', () => {
  const sample = fc.record({
    x: fc.double({ min: 5, max: 35, noNaN: true }),
    y: fc.double({ min: 5, max: 35, noNaN: true }),
    radius: fc.double({ min: 0.6, max: 9, noNaN: true }),
  })

  it('covers exactly what a disc of changing size sweeps (gaps or scallops in quick strokes)', () => {
    fc.assert(
      fc.property(sample, sample, (from, to) => {
        const drawn = pixels((sink) => capsuleSpans(from, to, sink))
        const wrong: string[] = []
        for (let y = 0; y < SIDE; y += 1) {
          for (let x = 0; x < SIDE; x += 1) {
            const margin = coveredByWalking(from, to, x, y)
            if (Math.abs(margin) > 0.01 && drawn.has(`${x},${y}`) !== margin > 0) wrong.push(`${x},${y}`)
          }
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('paints one pixel with the smallest brush in the middle of a pixel (a click must always mark)', () => {
    const dot = { x: 7.5, y: 7.5, radius: 0.5 }
    expect(pixels((sink) => capsuleSpans(dot, dot, sink))).toEqual(new Set(['7,7']))
  })
})

describe('boxes', () => {
  it('a rectangle covers whole pixels whichever corner comes first', () => {
    const forward = pixels((sink) => rectangleSpans({ from: { x: 2, y: 3 }, to: { x: 5, y: 5 } }, sink))
    const backward = pixels((sink) => rectangleSpans({ from: { x: 5, y: 5 }, to: { x: 2, y: 3 } }, sink))
    expect(forward.size).toBe(6)
    expect(backward).toEqual(forward)
  })

  it('an ellipse has the area of one and touches no corner', () => {
    const drawn = pixels((sink) => ellipseSpans({ from: { x: 0, y: 0 }, to: { x: 40, y: 20 } }, sink))
    expect(drawn.size / (Math.PI * 20 * 10)).toBeCloseTo(1, 1)
    expect(drawn.has('0,0')).toBe(false)
  })

  it('Shift makes it square in the direction of the drag, Alt grows it from its middle', () => {
    expect(constrainBox({ from: { x: 10, y: 10 }, to: { x: 4, y: 12 } }, true, false).to).toEqual({ x: 4, y: 16 })
    expect(constrainBox({ from: { x: 10, y: 10 }, to: { x: 14, y: 12 } }, false, true).from).toEqual({ x: 6, y: 8 })
  })
})

describe('polygon', () => {
  it('follows the even-odd rule, so that a crossing outline leaves its hole', () => {
    const star = [0, 2, 4, 1, 3].map((corner) => ({
      x: 20 + 18 * Math.sin((corner * 2 * Math.PI) / 5),
      y: 20 - 18 * Math.cos((corner * 2 * Math.PI) / 5),
    }))
    const drawn = pixels((sink) => polygonSpans(star, sink))
    expect(drawn.has('20,20')).toBe(false)
    expect(drawn.has('20,6')).toBe(true)
  })

  it('two neighbours sharing a side neither overlap nor leave a gap', () => {
    const left = pixels((sink) =>
      polygonSpans(
        [
          { x: 0, y: 0 },
          { x: 13.3, y: 0 },
          { x: 8.7, y: 20 },
          { x: 0, y: 20 },
        ],
        sink,
      ),
    )
    const right = pixels((sink) =>
      polygonSpans(
        [
          { x: 13.3, y: 0 },
          { x: 30, y: 0 },
          { x: 30, y: 20 },
          { x: 8.7, y: 20 },
        ],
        sink,
      ),
    )
    expect(left.size + right.size).toBe(30 * 20)
    expect([...left].filter((pixel) => right.has(pixel))).toEqual([])
  })
})
