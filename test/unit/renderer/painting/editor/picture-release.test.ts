import { describe, expect, it } from 'vitest'
import type { RgbImage } from '../../../../../electron/contract/rgb-image.ts'
import { newDocument } from '../../../../../renderer/model/document/new-document.ts'
import { SKY, TestEditor } from '../../test-editor.ts'

const picture: RgbImage = { width: 8, height: 8, data: new Uint8Array(192).fill(9) }

/** An editor with a photo on a layer. */
function withPhoto(): { readonly test: TestEditor; readonly layerId: string } {
  const test = new TestEditor({ width: 64, height: 64 })
  test.editor.pictures.put('photo', picture)
  return { test, layerId: test.editor.layers.addPhoto('Photo', 'photo') }
}

describe('pictures that nothing needs', () => {
  it('stay while undo or redo can bring them back, and show the same pixels then', () => {
    // Bug it would catch: a photo that is gone when its removal is undone.
    const { test, layerId } = withPhoto()
    const { editor } = test
    editor.layers.remove(layerId)
    expect(editor.pictures.get('photo')).toBe(picture)
    editor.undo()
    expect(editor.pictures.get('photo')).toBe(picture)
    editor.undo()
    expect(editor.pictures.get('photo'), 'the step that added it can be redone').toBe(picture)
    editor.redo()
    expect(editor.pictures.get('photo')).toBe(picture)
  })

  it('go when the steps that could bring them back are dropped', () => {
    // Bug it would catch: every photo of a long session, 50 MB each, in memory until the program ends.
    const { test, layerId } = withPhoto()
    const { editor } = test
    editor.layers.remove(layerId)
    editor.history.setLimits({ bytes: 1_000_000, steps: 1 })
    editor.layers.add('label', 'Labels')
    expect(editor.pictures.ids()).toEqual([])
  })

  it('go when a step that added them is undone and another one is done', () => {
    const { test } = withPhoto()
    test.editor.undo()
    test.editor.layers.add('label', 'Labels')
    expect(test.editor.pictures.ids()).toEqual([])
  })

  it('go with their document, and those of the next one stay', () => {
    const { test } = withPhoto()
    const { editor } = test
    const facts = { name: 'Next', width: 64, height: 64, backdropClassId: SKY, layerName: 'Labels' }
    // A project's pictures are put before its layers.
    editor.pictures.put('of the next', picture)
    let ids = 0
    editor.open(newDocument(facts, () => `next-${(ids += 1)}`), new Map()) // prettier-ignore
    expect(editor.pictures.ids()).toEqual(['of the next'])
  })

  it('count as bytes of the steps that keep them', () => {
    // Bug it would catch: turning a document with a large photo again and again until memory is full.
    const { test } = withPhoto()
    const { editor } = test
    editor.history.setLimits({ bytes: 20_000, steps: 1000 })
    for (let turn = 0; turn < 200; turn++) editor.transforms.turn('right')
    expect(editor.pictures.ids().length).toBeLessThan(10)
  })
})
