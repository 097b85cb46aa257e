import { describe, expect, it } from 'vitest'

import { UNLABELLED } from '../../../../../renderer/model/raster/label-raster.ts'
import { GRASS, SKY, TestEditor } from '../../test-editor.ts'

describe('layer commands', () => {
  it('undoing a removal brings the layer back with its pixels', () => {
    const editor = new TestEditor().tool('rectangle').drag([10, 10], [50, 50])
    editor.editor.layers.remove(editor.layerId)
    expect(editor.editor.rasters.get(editor.layerId)).toBeUndefined()
    editor.editor.undo()
    expect(editor.at(20, 20, editor.layerId)).toBe(GRASS)
    editor.editor.undo()
    expect(editor.at(20, 20, editor.layerId)).toBe(SKY)
  })

  it('a duplicate is independent of its original', () => {
    const editor = new TestEditor()
    const copy = editor.editor.layers.duplicate(editor.layerId, 'Copy')
    editor.tool('rectangle').drag([10, 10], [50, 50])
    expect([editor.at(20, 20, copy), editor.at(20, 20, editor.layerId)]).toEqual([GRASS, SKY])
  })

  it('duplicates a group with new ids for everything inside (shared ids would share pixels)', () => {
    const editor = new TestEditor()
    editor.editor.layers.group(editor.layerId, 'Group')
    const groupId = editor.store.getState().document.rootIds[0] ?? ''
    editor.editor.layers.duplicate(groupId, 'Group copy')
    const { layers } = editor.store.getState().document
    const inside = Object.values(layers).flatMap((layer) => (layer.kind === 'group' ? layer.children : []))
    expect(new Set(inside).size).toBe(2)
    expect(inside.every((id) => editor.editor.rasters.get(id) !== undefined)).toBe(true)
  })

  it('numbers names that are taken, and uses a number again that is free (buttons of two rows would be called the same)', () => {
    const { editor, store } = new TestEditor()
    const names = (): readonly string[] => Object.values(store.getState().document.layers).map(({ name }) => name)
    const first = editor.layers.addLabels('Meadow')
    const second = editor.layers.addLabels('Meadow')
    editor.layers.duplicate(second, 'Meadow')
    editor.layers.group(first, 'Group')
    editor.layers.group(second, 'Group')
    expect(names()).toEqual(
      expect.arrayContaining(['Meadow', 'Meadow 2', 'Meadow 3', 'Group', 'Group 2'] satisfies string[]),
    )
    editor.layers.remove(second)
    editor.layers.add('photo', 'Meadow')
    expect(names().filter((name) => name === 'Meadow 2')).toHaveLength(1)
  })

  it('merges onto the layer below: painted pixels win, empty ones do not', () => {
    const editor = new TestEditor()
    const upper = editor.editor.layers.addLabels('Upper')
    editor.tool('rectangle').drag([10, 10], [50, 50])
    expect(editor.at(100, 100)).toBe(UNLABELLED)
    expect(editor.editor.layers.mergeDown(upper)).toBe(true)
    expect([editor.at(20, 20, editor.layerId), editor.at(100, 100, editor.layerId)]).toEqual([GRASS, SKY])
    editor.editor.undo()
    expect(editor.at(20, 20, editor.layerId)).toBe(SKY)
    expect(editor.at(20, 20, upper)).toBe(GRASS)
  })

  it('does not merge the lowest layer, nor onto a photo or a locked layer', () => {
    const { editor, layerId } = new TestEditor()
    expect(editor.layers.mergeDown(layerId)).toBe(false)
    const upper = editor.layers.addLabels('Upper')
    editor.layers.change(layerId, { locked: true })
    expect(editor.layers.mergeDown(upper)).toBe(false)
  })

  it('stepping beyond either end does nothing and makes no step', () => {
    const { editor, layerId } = new TestEditor()
    editor.layers.step(layerId, -1)
    editor.layers.step(layerId, 1)
    expect(editor.history.canUndo).toBe(false)
  })

  it('a hidden layer leaves the layout', () => {
    const editor = new TestEditor()
    editor.editor.layers.change(editor.layerId, { visible: false })
    expect(editor.editor.layout.get().data.every((id) => id === 0)).toBe(true)
  })

  it('moves a selection to a layer of its own above, as one step', () => {
    const editor = new TestEditor().tool('rectangle').drag([10, 10], [50, 50])
    editor.editor.layers.setPhoto(editor.layerId, 'sample-sunset')
    const mask = new Uint8Array(256 * 256).fill(1, 0, 30 * 256)
    const part = editor.editor.layers.separate(editor.layerId, mask, 'Part') ?? ''
    const { document } = editor.store.getState()
    expect(document.rootIds).toEqual([part, editor.layerId])
    expect(document.activeLayerId).toBe(part)
    expect(document.layers[part]).toMatchObject({ name: 'Part', exemplarId: 'sample-sunset' })
    expect([editor.at(20, 20, part), editor.at(20, 20, editor.layerId)]).toEqual([GRASS, UNLABELLED])
    expect([editor.at(20, 40, part), editor.at(20, 40, editor.layerId)]).toEqual([UNLABELLED, GRASS])
    editor.editor.undo()
    expect(editor.editor.rasters.get(part)).toBeUndefined()
    expect(editor.at(20, 20, editor.layerId)).toBe(GRASS)
  })

  it('moves nothing off a locked layer, nor from where nothing is painted', () => {
    const { editor, layerId } = new TestEditor()
    const upper = editor.layers.addLabels('Upper')
    const mask = new Uint8Array(256 * 256).fill(1)
    expect(editor.layers.separate(upper, mask, 'Part')).toBeUndefined()
    editor.layers.change(layerId, { locked: true })
    expect(editor.layers.separate(layerId, mask, 'Part')).toBeUndefined()
  })

  it('a photo of a layer is a step like any other, and the same one again is none', () => {
    const { editor, layerId, store } = new TestEditor()
    const photo = (): unknown => {
      const layer = store.getState().document.layers[layerId]
      return layer?.kind === 'label' ? layer.exemplarId : 'no label layer'
    }
    editor.layers.setPhoto(layerId, 'sample-sunset')
    editor.layers.setPhoto(layerId, 'sample-sunset')
    editor.layers.setPhoto(layerId, null)
    expect(photo()).toBeUndefined()
    expect(Object.keys(store.getState().document.layers[layerId] ?? {})).not.toContain('exemplarId')
    editor.undo()
    expect(photo()).toBe('sample-sunset')
    editor.undo()
    expect(photo()).toBeUndefined()
    expect(editor.history.canUndo).toBe(false)
  })

  it('lays whole layers over all others, the last on top, as one step', () => {
    const editor = new TestEditor()
    const raster = (): ReturnType<TestEditor['raster']> => ({
      width: 256,
      height: 256,
      data: new Uint8Array(256 * 256).fill(GRASS),
    })
    const layers = [
      { name: 'Base', raster: raster() },
      { name: 'Above', raster: raster(), exemplarId: 'sample-sunset' },
    ]
    editor.editor.layers.cover(layers, 'results.restore')
    const { document } = editor.store.getState()
    expect(document.rootIds.map((id) => document.layers[id]?.name)).toEqual(['Above', 'Base', 'Layout'])
    editor.editor.undo()
    expect(editor.store.getState().document.rootIds).toEqual([editor.layerId])
  })
})
