import { expect, it } from 'vitest'
import { unbentHeat } from '../../../../../../electron/inference/recipes/exemplar-synthesis/figure/unbent-heat.ts'

// Bug it would catch: heat that is shown over the photo where the bent person stands and not where the pixels come from.
it('heat lies where the pixels of the photo were taken from', () => {
  const heat = { width: 2, height: 2, data: Float32Array.of(0.9, 0.1, 0.2, 0.3) }
  const image = { width: 4, height: 4 }
  const origins = new Float32Array(32)
  for (let pixel = 0; pixel < 16; pixel++) {
    // Mirrored: the left of the picture shows the right of the photo; the last row shows nothing of it.
    origins[pixel * 2] = pixel >= 12 ? NaN : 1 - ((pixel % 4) + 0.5) / 4
    origins[pixel * 2 + 1] = (Math.floor(pixel / 4) + 0.5) / 4
  }
  const laid = unbentHeat(heat, image, origins, { width: 400, height: 400 })
  expect([laid.width, laid.height]).toEqual([2, 2])
  expect(laid.data).toEqual(Float32Array.of(0.1, 0.9, 0.3, 0.2))
})
