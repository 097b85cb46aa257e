import { describe, expect, it } from 'vitest'
import { LABELS_LAYER, labelDocument, PHOTO_LAYER } from '../../../../../renderer/panels/correction/label-document.ts'

const names = { labels: 'Labels', photo: 'Photo' }

describe('the document of a photo’s labels', () => {
  it('lets the photo show through the labels, and paints on the labels', () => {
    const { structure } = labelDocument('own-1', { width: 512, height: 320, data: new Uint8Array(512 * 320) }, 0, names)
    expect(structure.rootIds).toEqual([LABELS_LAYER, PHOTO_LAYER])
    expect(structure.activeLayerId).toBe(LABELS_LAYER)
    expect(structure.layers[LABELS_LAYER]?.opacity).toBeLessThan(1)
    expect([structure.width, structure.height]).toEqual([512, 320])
  })

  it('paints in a copy: cancelling leaves the labels of the library as they were', () => {
    const labels = { width: 512, height: 1, data: new Uint8Array(512).fill(3) }
    labelDocument('own-1', labels, 0, names).rasters.get(LABELS_LAYER)?.data.fill(9)
    expect(labels.data.every((id) => id === 3)).toBe(true)
  })

  it('enlarges coarse labels without moving an edge', () => {
    const raster = labelDocument('own-1', { width: 200, height: 2, data: alternating(200, 2) }, 0, names).rasters.get(
      LABELS_LAYER,
    )
    expect([raster?.width, raster?.height]).toEqual([600, 6])
    expect([...(raster?.data.slice(0, 9) ?? [])]).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0])
    expect([...(raster?.data.slice(3 * 600, 3 * 600 + 6) ?? [])]).toEqual([1, 1, 1, 0, 0, 0])
  })
})

/** A chessboard. */
function alternating(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, index) => ((index % width) + Math.floor(index / width)) % 2)
}
