import { describe, expect, it } from 'vitest'

import { resizeNearest } from '../../../../../electron/resampling/nearest.ts'
import { composeRegions, type LayoutRegions } from '../../../../../renderer/model/raster/compose-regions.ts'
import { GRASS, SKY, TestEditor } from '../../test-editor.ts'

const WHOLE = { width: 256, height: 256 }

function regionsOf(
  editor: TestEditor,
  size = WHOLE,
  usable: (id: string) => boolean = () => true,
): LayoutRegions | undefined {
  return composeRegions(editor.store.getState().document, editor.editor.rasters, size, usable)
}

/** The photo at a place, `undefined` for that of the whole picture. */
function photoAt(regions: LayoutRegions | undefined, x: number, y: number): string | undefined {
  const index = regions?.map.data[y * regions.map.width + x] ?? 0
  return regions?.exemplarIds[index - 1]
}

/** Sky everywhere, and on a layer above it grass in a rectangle, with a photo of its own. */
function withMeadow(): { readonly editor: TestEditor; readonly meadow: string } {
  const editor = new TestEditor()
  const meadow = editor.editor.layers.addLabels('Meadow')
  editor.tool('rectangle').drag([50, 50], [150, 150])
  editor.editor.layers.setPhoto(meadow, 'own-meadow')
  return { editor, meadow }
}

describe('regions of the layout', () => {
  it('there are none while no layer has a photo: the request must stay what it was', () => {
    const editor = new TestEditor()
    expect(regionsOf(editor)).toBeUndefined()
  })

  it('are what a layer with a photo paints in sight', () => {
    const { editor, meadow } = withMeadow()
    expect([photoAt(regionsOf(editor), 100, 100), photoAt(regionsOf(editor), 20, 20)]).toEqual([
      'own-meadow',
      undefined,
    ])
    editor.editor.layers.change(meadow, { visible: false })
    expect(regionsOf(editor)).toBeUndefined()
  })

  it('end where a layer above paints, whatever photo that has', () => {
    const { editor } = withMeadow()
    const house = editor.editor.layers.addLabels('House')
    editor.tool('rectangle').drag([90, 90], [110, 110])
    expect([photoAt(regionsOf(editor), 100, 100), photoAt(regionsOf(editor), 60, 60)]).toEqual([
      undefined,
      'own-meadow',
    ])
    editor.editor.layers.setPhoto(house, 'own-house')
    expect(photoAt(regionsOf(editor), 100, 100)).toBe('own-house')
  })

  it('of one photo are one region, and layers that paint nothing in sight ask for no photo', () => {
    const { editor } = withMeadow()
    const empty = editor.editor.layers.addLabels('Empty')
    editor.editor.layers.setPhoto(empty, 'own-unused')
    const again = editor.editor.layers.addLabels('Second meadow')
    editor.tool('rectangle').drag([200, 200], [220, 220])
    editor.editor.layers.setPhoto(again, 'own-meadow')
    expect(regionsOf(editor)?.exemplarIds).toEqual(['own-meadow'])
    expect(photoAt(regionsOf(editor), 210, 210)).toBe('own-meadow')
  })

  it('are like the rest where the photo cannot be used', () => {
    const { editor } = withMeadow()
    expect(regionsOf(editor, WHOLE, () => false)).toBeUndefined()
  })

  // Catches a region that is shifted by a pixel against the labels that the host gets.
  it('have the outline of the labels at every size of the picture', () => {
    const { editor } = withMeadow()
    for (const size of [WHOLE, { width: 64, height: 96 }, { width: 512, height: 512 }]) {
      const regions = regionsOf(editor, size)
      const labels = resizeNearest(editor.editor.layout.get(), size)
      expect(labels.data.every((id) => id === GRASS || id === SKY)).toBe(true)
      const expected = labels.data.map((id) => (id === GRASS ? 1 : 0))
      expect(Buffer.compare(expected, regions?.map.data ?? new Uint8Array())).toBe(0)
    }
  })

  it('are at most eight; a ninth photo is left out', () => {
    const editor = new TestEditor().tool('rectangle')
    for (let index = 0; index < 9; index += 1) {
      const id = editor.editor.layers.addLabels(`Layer ${index}`)
      editor.drag([20 * index, 10], [20 * index + 10, 20])
      editor.editor.layers.setPhoto(id, `own-photo-${index}`)
    }
    const regions = regionsOf(editor)
    expect(regions?.exemplarIds).toHaveLength(8)
    expect([photoAt(regions, 165, 15), photoAt(regions, 5, 15)]).toEqual(['own-photo-8', undefined])
  })
})
