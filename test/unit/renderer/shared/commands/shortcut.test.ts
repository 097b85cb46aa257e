import { describe, expect, it } from 'vitest'

import { editorCommands } from '../../../../../renderer/painting/editor/commands/editor-commands.ts'
import { translator } from '../../../../../renderer/i18n/translate.ts'
import { shortcutOf } from '../../../../../renderer/shared/commands/shortcut.ts'
import { TestEditor, WATER } from '../../test-editor.ts'

const key = (
  typed: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
): string => shortcutOf({ key: typed, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

describe('shortcuts', () => {
  it('go by the place of a letter, so that they work while typing Korean', () => {
    expect(key('ㅋ', 'KeyZ', { ctrlKey: true })).toBe('Ctrl+Z')
    expect(key('z', 'KeyZ', { metaKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z')
  })

  it('name what other keys type, without the Shift that typed it', () => {
    expect(key('+', 'Equal', { shiftKey: true })).toBe('Plus')
    expect(key('[', 'BracketLeft')).toBe('[')
    expect(key('ArrowLeft', 'ArrowLeft', { shiftKey: true })).toBe('Shift+Left')
  })

  it('no two commands share one (the second would never run)', () => {
    const { editor, store } = new TestEditor()
    const all = editorCommands(editor, store, translator('en')).flatMap(({ shortcuts }) => shortcuts)
    expect(all.filter((shortcut, index) => all.indexOf(shortcut) !== index)).toEqual([])
  })

  it('number keys choose classes, brackets change the active brush’s size', () => {
    const { editor, store } = new TestEditor()
    const run = (shortcut: string): void =>
      editorCommands(editor, store, translator('en'))
        .find(({ shortcuts }) => shortcuts.includes(shortcut))
        ?.run()
    run('4')
    expect(store.getState().palette.activeClassId).toBe(WATER)
    run('E')
    run(']')
    expect(store.getState().tools.settings).toMatchObject({ brushSize: 32, eraserSize: 36 })
  })
})
