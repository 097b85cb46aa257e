import { describe, expect, it } from 'vitest'

import { tools } from '../../../../../renderer/painting/tools/tool-table.ts'
import { sameBytes } from '../../same-bytes.ts'
import { GRASS, SKY, TestEditor, WATER } from '../../test-editor.ts'

/** A small fixed random source, so that a failure can be repeated. */
function randomSource(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

describe('a long session', () => {
  it('is undone and redone exactly, step by step, whatever tools were used', () => {
    const random = randomSource(7)
    const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)]
    const editor = new TestEditor()
    const place = (): number => Math.floor(random() * 280 - 12)
    const states = [editor.raster().data.slice()]
    const record = (): void => {
      if (editor.steps > states.length - 1) states.push(editor.raster().data.slice())
    }
    while (editor.steps < 200) {
      const tool = pick(
        tools
          .map(({ id }) => id)
          .filter((id) => !['hand', 'zoom', 'eyedropper', 'magic', 'polygon', 'move'].includes(id)),
      )
      editor
        .paintWith(pick([SKY, GRASS, WATER]) ?? SKY)
        .tool(tool ?? 'brush', { brushSize: 1 + Math.floor(random() * 60) })
      editor.drag([place(), place()], [place(), place()], { shift: random() < 0.2 })
      record()
    }
    for (let step = 199; step >= 0; step -= 1) {
      editor.editor.undo()
      expect(sameBytes(editor.raster().data, states[step] ?? new Uint8Array())).toBe(true)
    }
    for (let step = 1; step <= 200; step += 1) {
      editor.editor.redo()
      expect(sameBytes(editor.raster().data, states[step] ?? new Uint8Array())).toBe(true)
    }
  })

  it('keeps 500 large strokes on a 1024² document within the default bound', () => {
    const random = randomSource(3)
    const editor = new TestEditor({ width: 1024, height: 1024, historyBytes: 256 * 1024 * 1024 })
    editor.tool('brush', { brushSize: 80 })
    for (let stroke = 0; stroke < 520; stroke += 1) {
      editor.paintWith(stroke % 2 === 0 ? GRASS : WATER)
      editor.down(random() * 1024, random() * 1024)
      for (let move = 0; move < 6; move += 1) editor.move([random() * 1024, random() * 1024])
      editor.up()
    }
    expect(editor.steps).toBe(520)
  })
})
