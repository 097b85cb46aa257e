import { describe, expect, it } from 'vitest'
import type { PointPair } from '../../../../electron/faces/geometry/plane-map.ts'
import { thinPlate } from '../../../../electron/faces/geometry/thin-plate.ts'

const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

function pair(x: number, y: number, u: number, v: number, weight = 1): PointPair {
  return { wanted: { x, y }, shown: { x: u, y: v }, weight }
}

function mapped(pairs: readonly PointPair[], stiffness: number, x: number, y: number): readonly number[] {
  const to = new Float64Array(2)
  thinPlate(pairs, stiffness)?.(x, y, to)
  return [...to]
}

describe('a thin plate', () => {
  // Bug it would catch: a row of the system solved in the wrong order, so that points land beside their partners.
  it('meets every pair of points, and bends smoothly in between', () => {
    const still = CORNERS.map(([x, y]) => pair(x, y, x, y))
    const pairs = [...still, pair(0.5, 0.5, 0.6, 0.4)]
    for (const { wanted, shown } of pairs) {
      const [u = NaN, v = NaN] = mapped(pairs, 0, wanted.x, wanted.y)
      expect(u).toBeCloseTo(shown.x, 9)
      expect(v).toBeCloseTo(shown.y, 9)
    }
    const [near = NaN] = mapped(pairs, 0, 0.4, 0.5)
    expect(near).toBeGreaterThan(0.4)
    expect(near).toBeLessThan(0.6)
  })

  // Bug it would catch: a shift, a turn or a stretch that costs bending.
  it('gives back an affine map however stiff it is', () => {
    const pairs = [...CORNERS, [0.3, 0.8] as const].map(([x, y]) =>
      pair(x, y, 0.1 + 0.9 * x - 0.2 * y, 0.3 * x + 1.1 * y),
    )
    const [u = NaN, v = NaN] = mapped(pairs, 10, 0.7, 0.2)
    expect(u).toBeCloseTo(0.1 + 0.9 * 0.7 - 0.2 * 0.2, 9)
    expect(v).toBeCloseTo(0.3 * 0.7 + 1.1 * 0.2, 9)
  })

  // Bug it would catch: weights taken for the other way round.
  it('misses a pair the more the less it weighs', () => {
    const missed = (weight: number): number => {
      const still = CORNERS.map(([x, y]) => pair(x, y, x, y))
      const [u = NaN] = mapped([...still, pair(0.5, 0.5, 0.6, 0.5, weight)], 0.01, 0.5, 0.5)
      return 0.6 - u
    }
    expect(missed(1)).toBeGreaterThan(0)
    expect(missed(0.1)).toBeGreaterThan(2 * missed(1))
  })

  // Bug it would catch: nonsense instead of no map where all points lie on one line.
  it('is none for points on a line', () => {
    expect(thinPlate([pair(0, 0, 0, 0), pair(0.5, 0.5, 0, 1), pair(1, 1, 1, 0)], 0)).toBeUndefined()
  })
})
