import { nanoid } from '@reduxjs/toolkit'

import { Editor } from '../features/editor/editor.ts'
import { editorCommands } from '../features/editor/editor-commands.ts'
import type { Command } from '../features/keyboard/command.ts'
import { KeyboardInput } from '../features/keyboard/keyboard-input.ts'
import { noticeShown } from '../features/notices/notices-slice.ts'
import { systemLocale, translator } from '../i18n/translate.ts'
import { createAppStore, type AppStore } from './store.ts'

/** The window's long-lived things, made once by main.tsx. */
export interface Session {
  readonly store: AppStore
  readonly editor: Editor
  /** Everything that has a shortcut, a menu item or a line in the command palette. */
  readonly commands: readonly Command[]
  dispose(): void
}

export function createSession(target: Window): Session {
  const store = createAppStore()
  const editor = new Editor({
    store,
    makeId: () => nanoid(10),
    notify: (key) => {
      const { locale } = store.getState().preferences
      const translate = translator(locale === 'system' ? systemLocale(navigator.languages) : locale)
      store.dispatch(noticeShown({ tone: 'info', text: translate(key) }))
    },
  })
  const commands = editorCommands(editor, store)
  const keyboard = new KeyboardInput(target, { tools: editor.tools, commands: () => commands })
  return {
    store,
    editor,
    commands,
    dispose: () => {
      keyboard.dispose()
      editor.dispose()
    },
  }
}
