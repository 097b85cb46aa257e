import { describe, expect, it } from 'vitest'

import { translator } from '../../../../../../renderer/i18n/translate.ts'
import type { Stroke } from '../../../../../../renderer/model/lines/stroke.ts'
import { strokesOf } from '../../../../../../renderer/model/document/layer-kinds/layer-facets.ts'
import { placedLayers } from '../../../../../../renderer/model/document/layer-tree.ts'
import { classesReplaced } from '../../../../../../renderer/model/palette/palette-slice.ts'
import { lineCommands } from '../../../../../../renderer/painting/editor/commands/line-commands.ts'
import { TestEditor } from '../../../test-editor.ts'

const [BACKGROUND, SKIN, NECK, HAIR] = [0, 1, 17, 13]

/** A face painted in masks: hair above skin above a neck. */
class FaceEditor extends TestEditor {
  constructor() {
    super()
    const named = [
      ['background', BACKGROUND],
      ['skin', SKIN],
      ['neck', NECK],
      ['hair', HAIR],
    ] as const
    this.store.dispatch(
      classesReplaced(named.map(([name, id]) => ({ id, name, colour: [id, id, id], channel: id, aliases: [] }))),
    )
    this.tool('rectangle')
    this.paintWith(BACKGROUND).drag([0, 0], [256, 256])
    this.paintWith(NECK).drag([100, 180], [160, 256])
    this.paintWith(SKIN).drag([80, 90], [180, 200])
    this.paintWith(HAIR).drag([60, 20], [200, 90])
  }

  run(id: string): void {
    const { editor, store } = this
    const commands = lineCommands({ editor, store, text: translator('en'), notify: (text) => this.notices.push(text) })
    commands.find((command) => command.id === id)?.run()
  }

  /** The lines of all visible edge layers. */
  shown(): readonly Stroke[] {
    const placed = placedLayers(this.store.getState().document)
    return placed.flatMap(({ layer, visible }) => (visible ? (strokesOf(layer) ?? []) : []))
  }

  seen(x: number, y: number): number | undefined {
    return this.editor.layout.get().data[y * 256 + x]
  }
}

describe('masks and edges of a face', () => {
  // Bugs it would catch: lines drawn twice, of which packs are told that they enclose nothing; a change below a mask that still decides.
  it('change into each other and back, with one set of lines at a time and the newest on top', () => {
    const editor = new FaceEditor()
    const upper = editor.editor.layers.addLabels('Upper')
    editor.editor.layers.choose(editor.layerId)
    editor.run('lines.fromMasks')
    expect(
      editor
        .shown()
        .map(({ part }) => part)
        .toSorted(),
    ).toEqual(['hair', 'skin'])
    const [top] = editor.store.getState().document.rootIds
    expect(top).not.toBe(upper)
    editor.run('lines.toMasks')
    expect(editor.shown()).toEqual([])
    editor.run('lines.fromMasks')
    expect(
      editor
        .shown()
        .map(({ part }) => part)
        .toSorted(),
    ).toEqual(['hair', 'skin'])
    editor.editor.undo()
    expect(editor.shown()).toEqual([])
  })

  // Bug it would catch: hair that was made shorter as edges is long again as masks, because the old masks show through.
  it('give way where a part was made smaller, to what lies around it', () => {
    const editor = new FaceEditor()
    editor.run('lines.fromMasks')
    const { lines } = editor.editor
    const before = lines.begin() ?? []
    lines.show(
      before.map((stroke) =>
        stroke.part === 'hair'
          ? {
              ...stroke,
              points: [
                [90, 30],
                [170, 30],
                [170, 70],
                [90, 70],
              ] as const,
            }
          : stroke,
      ),
    )
    lines.keep('lines.close')
    editor.run('lines.toMasks')
    expect([editor.seen(130, 50), editor.seen(130, 150), editor.seen(130, 230)]).toEqual([HAIR, SKIN, NECK])
    expect([editor.seen(65, 25), editor.seen(195, 50)]).toEqual([BACKGROUND, BACKGROUND])
    // Between the hair and the forehead, the forehead is nearest.
    expect(editor.seen(130, 86)).toBe(SKIN)
  })
})
