import { describe, expect, it } from 'vitest'
import { alignmentOf, celebaAlignment } from '../../../../electron/faces/alignment/celeba-alignment.ts'
import { convexHull } from '../../../../electron/faces/geometry/convex-hull.ts'
import { insidePolygon } from '../../../../electron/faces/geometry/inside-polygon.ts'
import { compose, cropToPicture, inverse, scaleOf, transform } from '../../../../electron/faces/geometry/similarity.ts'
import { CANONICAL_POINTS, MIRRORED_POINT } from '../../../../electron/faces/mesh/canonical-face.ts'
import { FACE_TRIANGLES } from '../../../../electron/faces/mesh/face-triangles.ts'
import { fillPolygon } from '../../../../electron/faces/parts/fill-polygon.ts'
import { smoothOutline } from '../../../../electron/faces/parts/smooth-outline.ts'

describe('similarity', () => {
  it('comes back exactly, so that what was painted on an aligned face returns to its pixels', () => {
    const there = cropToPicture({ x: 1234.5, y: 77.25 }, 333, 2.1, 512)
    const back = inverse(there)
    const place = transform(back, transform(there, { x: 17, y: 401 }))
    expect(place.x).toBeCloseTo(17, 9)
    expect(place.y).toBeCloseTo(401, 9)
    const both = compose(back, there)
    expect(scaleOf(both)).toBeCloseTo(1, 12)
    expect(transform(there, { x: 256, y: 256 }).x).toBeCloseTo(1234.5, 9)
  })
})

describe('the alignment of CelebA-HQ', () => {
  it('puts eyes and mouth where the published code does', () => {
    // Computed with the recipe's NumPy code (recreate_aligned_images of FFHQ) for these three points at 256 pixels.
    const alignment = alignmentOf({ x: 100, y: 120 }, { x: 180, y: 110 }, { x: 150, y: 210 }, 256)
    const corner = transform(alignment, { x: 0, y: 0 })
    const opposite = transform(alignment, { x: 256, y: 256 })
    expect(corner.x).toBeCloseTo(-49.35648, 2)
    expect(corner.y).toBeCloseTo(-26.80899, 2)
    expect(opposite.x).toBeCloseTo(331.35648, 2)
    expect(opposite.y).toBeCloseTo(275.80899, 2)
  })
})

describe('the alignment of a mesh', () => {
  it('levels a face and centres it, eyes above the middle', () => {
    const back = inverse(celebaAlignment(Float32Array.from(CANONICAL_POINTS), 256))
    const right = transform(back, { x: -500, y: 0 })
    const left = transform(back, { x: 500, y: 0 })
    expect(left.y).toBeCloseTo(right.y, 0)
    expect((left.x + right.x) / 2).toBeCloseTo(128, 0)
    expect(right.y).toBeLessThan(128)
    expect(left.x - right.x).toBeGreaterThan(50)
  })
})

describe('polygons', () => {
  it('fills exactly the area, so that a mask does not grow at the resolution of the photo', () => {
    const area = { left: 10, top: 5, width: 40, height: 30 }
    const mask = new Float32Array(area.width * area.height)
    fillPolygon(mask, area, [
      { x: 15.25, y: 8 },
      { x: 35.75, y: 8 },
      { x: 35.75, y: 20 },
      { x: 15.25, y: 20 },
    ])
    expect(mask.reduce((sum, value) => sum + value, 0)).toBeCloseTo(20.5 * 12, 2)
    expect(mask[(10 - 5) * 40 + (20 - 10)]).toBe(1)
    expect(mask[(10 - 5) * 40 + (15 - 10)]).toBeCloseTo(0.75, 5)
  })

  it('clips at the border of the area', () => {
    const mask = new Float32Array(16)
    fillPolygon(mask, { left: 0, top: 0, width: 4, height: 4 }, [
      { x: -9, y: -9 },
      { x: 9, y: -9 },
      { x: 9, y: 9 },
      { x: -9, y: 9 },
    ])
    expect([...mask].every((value) => value === 1)).toBe(true)
  })

  it('keeps the points of an outline when it is smoothed', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 8, y: 0 },
      { x: 8, y: 8 },
      { x: 0, y: 8 },
    ]
    expect(smoothOutline(square, 4).filter((_, index) => index % 4 === 0)).toEqual(square)
  })

  it('knows inside from outside and drops inner points of a hull', () => {
    const hull = convexHull([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 2, y: 1 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ])
    expect(hull).toHaveLength(4)
    expect(insidePolygon({ x: 2, y: 1 }, hull)).toBe(true)
    expect(insidePolygon({ x: 5, y: 1 }, hull)).toBe(false)
  })
})

describe('the canonical face', () => {
  it('is its own mirror image', () => {
    for (const [index, twin] of MIRRORED_POINT.entries()) {
      expect(MIRRORED_POINT[twin]).toBe(index)
      expect(Math.abs((CANONICAL_POINTS[twin * 2] ?? 0) + (CANONICAL_POINTS[index * 2] ?? 0))).toBeLessThanOrEqual(1)
    }
  })

  it('has triangles that all turn the same way, so that a place seen from behind can be told', () => {
    for (let corner = 0; corner < FACE_TRIANGLES.length; corner += 3) {
      const [a = 0, b = 0, c = 0] = FACE_TRIANGLES.slice(corner, corner + 3)
      const x = (index: number): number => CANONICAL_POINTS[index * 2] ?? 0
      const y = (index: number): number => CANONICAL_POINTS[index * 2 + 1] ?? 0
      expect((x(b) - x(a)) * (y(c) - y(a)) - (x(c) - x(a)) * (y(b) - y(a))).toBeGreaterThanOrEqual(0)
    }
  })
})
