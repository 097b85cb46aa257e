import { describe, expect, it } from 'vitest'

import { GRASS, SKY, TestEditor, WATER } from '../../test-editor.ts'

describe('remove', () => {
  // Bug it would catch: a tree before sky and meadow that leaves one class where both were hidden.
  it('fills what is taken away with what is nearest on each side', () => {
    const editor = new TestEditor().paintWith(GRASS).tool('rectangle').drag([0, 128], [256, 256])
    editor.paintWith(WATER).drag([100, 100], [140, 160]).tool('remove').click(120, 130)
    expect([editor.count(WATER), editor.at(120, 104), editor.at(120, 156)]).toEqual([0, SKY, GRASS])
  })

  it('takes only the thing under the pointer, as one step', () => {
    const editor = new TestEditor().paintWith(WATER).tool('rectangle').drag([10, 10], [20, 20])
    editor.drag([50, 50], [60, 60]).tool('remove').click(15, 15)
    expect([editor.at(15, 15), editor.at(55, 55)]).toEqual([SKY, WATER])
    const { steps } = editor
    editor.editor.undo()
    expect([editor.at(15, 15), steps]).toEqual([WATER, 3])
  })

  it('changes nothing where nothing surrounds it', () => {
    const editor = new TestEditor().tool('remove').click(128, 128)
    expect(editor.steps).toBe(0)
  })
})
