import { describe, expect, it } from 'vitest'
import { bestMatch } from '../../../../../../electron/inference/recipes/exemplar-synthesis/best-match.ts'

describe('bestMatch', () => {
  // Catches rows and columns swapped on a grid that is not square.
  it('finds the hottest cell and how much heat lies around it', () => {
    const data = new Float32Array(12)
    data[7] = 0.5 // column 3, row 1
    data[6] = 0.25
    data[0] = 0.25
    expect(bestMatch({ width: 4, height: 3, data })).toEqual({ column: 3, row: 1, confidence: 0.75 })
  })

  it('has no confidence in a map without heat', () => {
    expect(bestMatch({ width: 2, height: 1, data: new Float32Array(2) }).confidence).toBe(0)
  })
})
