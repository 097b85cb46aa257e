import { describe, expect, it } from 'vitest'
import type { PlaneMap } from '../../../../../electron/faces/geometry/plane-map.ts'
import { affineMap, boneMap, rigidMap } from '../../../../../electron/people/bent-figure/plane-map.ts'

function mapped(map: PlaneMap | undefined, x: number, y: number): readonly number[] {
  const to = new Float64Array(2)
  map?.(x, y, to)
  return [...to].map((value) => Math.round(value * 1e6) / 1e6)
}

describe('the map of a bone', () => {
  const wanted = { from: { x: 0, y: 0 }, to: { x: 10, y: 0 } }
  const shown = { from: { x: 50, y: 50 }, to: { x: 50, y: 90 } }

  // Bug it would catch: sleeves that grow thick because a foreshortened arm is stretched.
  it('stretches along the bone, and keeps the body’s scale across it and beyond its ends', () => {
    const map = boneMap(wanted, shown, 2, false)
    expect(mapped(map, 0, 0)).toEqual([50, 50])
    expect(mapped(map, 10, 0)).toEqual([50, 90])
    expect(mapped(map, 5, 3)).toEqual([44, 70])
    expect(mapped(map, 13, 0)).toEqual([50, 96])
    expect(mapped(map, -1, 0)).toEqual([50, 48])
  })

  it('takes the other side of the bone where the other arm lends', () => {
    expect(mapped(boneMap(wanted, shown, 2, true), 5, 3)).toEqual([56, 70])
  })
})

describe('maps through pairs of points', () => {
  const pairs = [
    [0, 0],
    [10, 0],
    [0, 10],
  ].map(([x = 0, y = 0]) => ({ wanted: { x, y }, shown: { x: 5 - y, y: 7 + x }, weight: 1 }))

  it('turn as the points do', () => {
    expect(mapped(rigidMap(pairs, 1), 10, 10)).toEqual([-5, 17])
    expect(mapped(affineMap(pairs), 10, 10)).toEqual([-5, 17])
  })

  it('are unknown for points on one line', () => {
    expect(affineMap(pairs.slice(0, 2))).toBeUndefined()
  })
})
