import { expect, it } from 'vitest'

import { menuSections } from '../../../../../renderer/shared/commands/menu-sections.ts'
import type { Command, MenuPlace } from '../../../../../renderer/shared/commands/command.ts'

const command = (id: string, ...menus: MenuPlace[]): Command => ({
  id,
  title: 'history.undo',
  group: 'commands.group.edit',
  shortcuts: [],
  menus,
  run: () => undefined,
})

// Bug it would catch: menus in the order in which features happen to register, or a command in one of its two menus alone.
it('menus follow the places that commands name, whatever the order of registration', () => {
  const commands = [
    command('last', { menu: 'file', section: 2, order: 10 }),
    command('second', { menu: 'file', section: 1, order: 20 }, { menu: 'edit', section: 1, order: 10 }),
    command('first', { menu: 'file', section: 1, order: 10 }),
    command('nowhere'),
  ]
  const ids = (menu: 'file' | 'edit' | 'view'): string[][] =>
    menuSections(commands, menu).map((section) => section.map(({ id }) => id))
  expect(ids('file')).toEqual([['first', 'second'], ['last']])
  expect(ids('edit')).toEqual([['second']])
  expect(ids('view')).toEqual([])
})
