import type { Dispatch } from '@reduxjs/toolkit'

import type { Command } from '../../shared/commands/command.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'

/** Commands that open the app's own windows. */
export function appCommands(store: { readonly dispatch: Dispatch }): readonly Command[] {
  const open = (dialog: string) => (): void => void store.dispatch(dialogOpened(dialog))
  return [
    {
      id: 'app.guide',
      title: 'guide.title',
      group: 'commands.group.help',
      shortcuts: ['F1'],
      menus: [{ menu: 'help', section: 1, order: 5 }],
      run: open('guide'),
    },
    {
      id: 'app.commandPalette',
      title: 'commands.palette',
      group: 'commands.group.app',
      shortcuts: ['Ctrl+K', 'Ctrl+Shift+P'],
      menus: [{ menu: 'help', section: 1, order: 10 }],
      leftOutOfPalette: true,
      run: open('command-palette'),
    },
    {
      id: 'app.shortcuts',
      title: 'commands.shortcuts',
      group: 'commands.group.app',
      shortcuts: ['Ctrl+/', '?'],
      menus: [{ menu: 'help', section: 1, order: 20 }],
      run: open('shortcuts'),
    },
    {
      id: 'app.start',
      title: 'start.command',
      group: 'commands.group.app',
      shortcuts: [],
      menus: [{ menu: 'help', section: 1, order: 30 }],
      run: open('start'),
    },
    {
      id: 'app.settings',
      title: 'settings.title',
      group: 'commands.group.app',
      shortcuts: ['Ctrl+,'],
      menus: [{ menu: 'edit', section: 4, order: 10 }],
      run: open('settings'),
    },
    {
      id: 'app.packs',
      title: 'packs.title',
      group: 'commands.group.app',
      shortcuts: [],
      menus: [{ menu: 'help', section: 2, order: 10 }],
      run: open('packs'),
    },
    {
      id: 'app.offline',
      title: 'offline.title',
      group: 'commands.group.app',
      shortcuts: [],
      menus: [{ menu: 'help', section: 2, order: 20 }],
      run: open('offline'),
    },
  ]
}
