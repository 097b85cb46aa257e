import { describe, expect, it } from 'vitest'

import type { PictureRegions } from '../../../../../renderer/synthesis/results/live-results.ts'
import { composeRegions } from '../../../../../renderer/model/raster/compose-regions.ts'
import {
  regionNames,
  restoreRegions,
  sameRegions,
} from '../../../../../renderer/synthesis/result-history/restore-regions.ts'
import { TestEditor } from '../../test-editor.ts'

const SIZE = { width: 256, height: 256 }

function regionsOf({ store, editor }: TestEditor): PictureRegions | undefined {
  const regions = composeRegions(store.getState().document, editor.rasters, SIZE, () => true)
  return regions === undefined ? undefined : { ...regions, exemplars: [] }
}

/** Sky, and grass on a layer with a photo of its own. */
function withMeadow(): TestEditor {
  const editor = new TestEditor()
  const meadow = editor.editor.layers.addLabels('Meadow')
  editor.tool('rectangle').drag([50, 50], [150, 150])
  editor.editor.layers.setPhoto(meadow, 'own-meadow')
  return editor
}

describe('going back to a picture with regions', () => {
  // Catches a layout that is painted onto the layer of one photo, so that all of the picture takes its style from it.
  it('brings layout and regions back over whatever was painted since, as one step', () => {
    const test = withMeadow()
    const { editor, store } = test
    const regions = regionsOf(test)
    const layout = editor.layout.get()
    const names = regionNames(store.getState().document, regions)
    const later = editor.layers.addLabels('Later')
    test.drag([0, 0], [255, 255])
    editor.layers.setPhoto(later, 'own-later')
    restoreRegions(editor, store.getState().document, layout, regions, names)
    expect(Buffer.compare(editor.layout.get().data, layout.data)).toBe(0)
    expect(sameRegions(regionsOf(test), regions)).toBe(true)
    const { layers, rootIds } = store.getState().document
    // The layers of before lie below, under their own names.
    expect(rootIds.slice(0, 2).map((id) => layers[id]?.name)).toEqual(['Meadow 2', 'Layout 2'])
    editor.undo()
    expect(regionsOf(test)?.exemplarIds).toEqual(['own-later'])
  })

  it('tells pictures apart that differ in nothing but their photos', () => {
    const test = withMeadow()
    const before = regionsOf(test)
    expect(sameRegions(before, regionsOf(test))).toBe(true)
    test.editor.layers.setPhoto(test.store.getState().document.activeLayerId ?? '', 'own-other')
    expect(sameRegions(before, regionsOf(test))).toBe(false)
    expect(sameRegions(before, undefined)).toBe(false)
    expect(sameRegions(undefined, undefined)).toBe(true)
  })
})
