import { expect, it } from 'vitest'

import type { AppMenu } from '../../../../../electron/contract/app-menu.ts'
import { shareSystemMenu } from '../../../../../renderer/panels/commands/system-menu.ts'
import { translator } from '../../../../../renderer/i18n/translate.ts'
import { CommandRegistry } from '../../../../../renderer/shared/commands/command-registry.ts'
import { Emitter } from '../../../../../renderer/shared/lib/emitter.ts'
import { editorCommands } from '../../../../../renderer/painting/editor/commands/editor-commands.ts'
import { TestEditor } from '../../test-editor.ts'

/** The editor's commands in a system's menu that records what it is given. */
function share(): {
  user: TestEditor
  menus: AppMenu[]
  choose: (command: string) => void
  shortcuts: Record<string, string>
} {
  const user = new TestEditor()
  const menus: AppMenu[] = []
  const shortcuts: Record<string, string> = {}
  const registry = new CommandRegistry({ get: () => ({ shortcuts }) })
  registry.add(editorCommands(user.editor, user.store, translator('en')))
  const chosen = new Emitter()
  let command = ''
  shareSystemMenu({
    shell: {
      showMenu: (menu) => {
        menus.push(menu)
        return Promise.resolve()
      },
      on: (_name, listener) => chosen.subscribe(() => void Reflect.apply(listener, undefined, [{ command }])),
    },
    registry: () => registry,
    text: translator('en'),
    changes: [(listener) => user.store.subscribe(listener), user.editor.history.subscribe],
    fail: (error) => {
      throw error
    },
  })
  const choose = (id: string): void => {
    command = id
    chosen.emit()
  }
  return { user, menus, choose, shortcuts }
}

const undo = (menu: AppMenu | undefined): unknown =>
  menu?.find(({ name }) => name === 'edit')?.sections[0]?.find(({ command }) => command === 'history.undo')

it('the system’s menu has the window’s words and keys, and greys what would do nothing', async () => {
  const { user, menus, choose, shortcuts } = share()
  await Promise.resolve()
  expect(undo(menus.at(-1))).toEqual({ command: 'history.undo', label: 'Undo', shortcut: 'Ctrl+Z', available: false })
  // Bug it would catch: a menu that goes on showing the key that the user gave away, or that never hears of a stroke.
  shortcuts['history.undo'] = 'Alt+U'
  user.tool('brush').drag([10, 10], [60, 60])
  await Promise.resolve()
  expect(undo(menus.at(-1))).toMatchObject({ shortcut: 'Alt+U', available: true })
  choose('history.undo')
  expect(user.steps).toBe(0)
})

it('is given again only when something in it changed', async () => {
  const { user, menus } = share()
  await Promise.resolve()
  user.set({ brushSize: 50 }).tool('eraser')
  await Promise.resolve()
  expect(menus).toHaveLength(1)
})
