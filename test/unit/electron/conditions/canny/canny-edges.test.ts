import { describe, expect, it } from 'vitest'
import { cannyEdges } from '../../../../../electron/conditions/canny/canny-edges.ts'
import { differences } from '../differences.ts'
import { asImage, readFixture } from '../fixture.ts'

describe('cannyEdges', () => {
  // Each would catch another slip: border weighting, mirrored Sobel, tie breaking on diagonals, hysteresis, sums in another order.
  it.each(readFixture('canny'))('equals scikit-image on $name', (fixture) => {
    const edges = cannyEdges(asImage(fixture.array('image')))
    expect(differences(edges, fixture.array('edges').data)).toBeUndefined()
  })

  it('finds nothing in an image too small to have an inside', () => {
    // Would catch: reading beyond the rows of a one-pixel image.
    expect([...cannyEdges({ width: 1, height: 1, data: new Uint8Array([255]) })]).toEqual([0])
  })
})
