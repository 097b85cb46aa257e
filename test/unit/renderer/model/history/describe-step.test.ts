import { describe, expect, it } from 'vitest'
import { describeStep } from '../../../../../renderer/model/history/describe-step.ts'
import { UNLABELLED } from '../../../../../renderer/model/raster/label-raster.ts'
import { GRASS, TestEditor, WATER } from '../../test-editor.ts'

const newest = (editor: TestEditor): ReturnType<typeof describeStep> => {
  const entry = editor.editor.history.get().entries.at(-1)
  return entry === undefined ? undefined : describeStep(entry)
}

describe('what the history says of a step', () => {
  it('names the class that was painted and the place', () => {
    // Bug it would catch: sixty lines that all say "Brush".
    const editor = new TestEditor({ width: 320, height: 256 }).paintWith(WATER).tool('rectangle')
    editor.down(10, 200).move([60, 250]).up()
    const described = newest(editor)
    expect(described).toMatchObject({ classId: WATER, place: { column: 'left', row: 'lower' } })
    const { width, height, data } = described?.thumbnail ?? { width: 0, height: 0, data: new Uint8Array() }
    expect([width, height]).toEqual([36, 29])
    expect([data[25 * 36 + 3], data[25 * 36 + 20]]).toEqual([WATER, UNLABELLED])
  })

  it('tells what was cleared, and stays silent of what paints nothing', () => {
    // Bugs it would catch: a class that an eraser is said to paint; a crash at steps of the layer list.
    const editor = new TestEditor().paintWith(GRASS).tool('eraser')
    editor.down(128, 128).move([140, 128]).up()
    expect(newest(editor)).toMatchObject({ classId: UNLABELLED, place: { column: 'middle', row: 'middle' } })
    editor.editor.layers.addLabels('Labels')
    expect(newest(editor)).toBeUndefined()
  })
})
