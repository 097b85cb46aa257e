import { describe, expect, it } from 'vitest'
import { greyImage } from '../../../../electron/conditions/edges/grey-image.ts'
import { resizeBilinear } from '../../../../electron/resampling/bilinear.ts'
import { resizeNearest } from '../../../../electron/resampling/nearest.ts'
import { differences } from '../conditions/differences.ts'
import { asImage, readFixture } from '../conditions/fixture.ts'

describe.each(readFixture('resampling'))('resampling $name', (fixture) => {
  const photo = asImage(fixture.array('photo'))

  it('computes luma as Pillow does', () => {
    // Would catch: other weights or truncation, which Canny turns into other edges.
    expect(differences(greyImage(photo).data, fixture.array('grey').data)).toBeUndefined()
  })

  it('is bilinear as Pillow is', () => {
    // Would catch: point sampling when shrinking, half-pixel shifts, rows before columns.
    const expected = asImage(fixture.array('bilinear'))
    expect(differences(resizeBilinear(photo, expected).data, expected.data)).toBeUndefined()
  })

  it('takes the nearest pixel as Pillow does', () => {
    // Would catch: label maps shifted by a pixel against the photo.
    const expected = asImage(fixture.array('nearest'))
    const resized = resizeNearest(asImage(fixture.array('grey')), expected)
    expect(differences(resized.data, expected.data)).toBeUndefined()
  })
})
