import { describe, expect, it } from 'vitest'
import { BODY_POINTS } from '../../../../../electron/contract/poses/body-18.ts'
import type { PosePoint } from '../../../../../electron/contract/poses/pose-people.ts'
import { scaleOf, transform } from '../../../../../electron/faces/geometry/similarity.ts'
import { MESH_POINTS } from '../../../../../electron/faces/mesh/face-mesh.ts'
import { ImagePyramid } from '../../../../../electron/faces/sampling/image-pyramid.ts'
import { isFrontal } from '../../../../../electron/people/carried-face/frontal-face.ts'
import { headPlacement } from '../../../../../electron/people/carried-face/head-placement.ts'
import { layFace } from '../../../../../electron/people/carried-face/lay-face.ts'

/** A head that looks at the camera. */
const HEAD: Readonly<Record<string, [number, number]>> = {
  nose: [100, 110],
  'right eye': [90, 100],
  'left eye': [110, 100],
  'right ear': [80, 104],
  'left ear': [120, 104],
}

function body(place: (point: [number, number]) => [number, number], without: readonly string[] = []): PosePoint[] {
  return BODY_POINTS.map((name) => {
    const point = HEAD[name]
    return point === undefined || without.includes(name) ? null : place(point)
  })
}

describe('where a head goes', () => {
  it('is found from its points: turned, scaled and shifted as they are', () => {
    const placed = headPlacement(
      body((point) => point),
      body(([x, y]) => [20 - y / 2, 30 + x / 2]),
    )
    if (placed === undefined) throw new Error('The heads face alike.')
    expect(scaleOf(placed)).toBeCloseTo(0.5)
    const nose = transform(placed, { x: 100, y: 110 })
    expect(nose.x).toBeCloseTo(-35)
    expect(nose.y).toBeCloseTo(80)
  })

  it('is unknown for a head that looks elsewhere, is mirrored, or is hardly seen', () => {
    // Would catch: a face laid flat over a head that is seen from the side.
    const from = body((point) => point)
    expect(
      headPlacement(
        from,
        body(([x, y]) => [y === 110 ? x + 16 : x, y]),
      ),
    ).toBeUndefined()
    expect(
      headPlacement(
        from,
        body(([x, y]) => [200 - x, y]),
      ),
    ).toBeUndefined()
    expect(
      headPlacement(
        from,
        body((point) => point, ['nose', 'left ear', 'right ear']),
      ),
    ).toBeUndefined()
  })
})

describe('a face that looks at the camera', () => {
  function mesh(nose: number): Float32Array {
    const points = new Float32Array(MESH_POINTS * 2)
    points.set([nose, 50], 2)
    points.set([10, 50], 234 * 2)
    points.set([90, 50], 454 * 2)
    return points
  }

  it('has its nose between its cheeks', () => {
    expect(isFrontal(mesh(50))).toBe(true)
    expect(isFrontal(mesh(62))).toBe(true)
    expect(isFrontal(mesh(75))).toBe(false)
    expect(isFrontal(new Float32Array(MESH_POINTS * 2))).toBe(false)
  })
})

describe('a face laid into a picture', () => {
  const grey = { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(100) }
  const photo = { width: 128, height: 128, data: new Uint8Array(128 * 128 * 3).fill(220) }
  const circle = Array.from({ length: 24 }, (_, index) => {
    const angle = (index / 24) * 2 * Math.PI
    return { x: 64 + 30 * Math.cos(angle), y: 64 + 30 * Math.sin(angle) }
  })
  const half = { a: 0.5, b: 0, x: 0, y: 0 }

  it('is the photo in its middle, fades towards its outline, and changes nothing beyond', () => {
    const { data } = layFace(grey, new ImagePyramid(photo), circle, half)
    const at = (x: number, y: number): number | undefined => data[(y * 64 + x) * 3]
    expect(at(32, 32)).toBe(220)
    expect(at(32, 40)).toBe(220)
    expect(at(32, 44)).toBeGreaterThan(110)
    expect(at(32, 44)).toBeLessThan(210)
    expect(at(32, 48)).toBe(100)
    expect(at(5, 5)).toBe(100)
    expect(grey.data[(32 * 64 + 32) * 3]).toBe(100)
  })

  it('may lie partly or wholly outside', () => {
    const aside = layFace(grey, new ImagePyramid(photo), circle, { ...half, x: -32 })
    expect(aside.data[32 * 64 * 3]).toBe(220)
    expect(layFace(grey, new ImagePyramid(photo), circle, { ...half, x: 400 })).toBe(grey)
  })
})
