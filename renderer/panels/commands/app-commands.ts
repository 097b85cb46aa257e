import type { Dispatch } from '@reduxjs/toolkit'

import type { PlainMessageKey } from '../../i18n/message.ts'
import type { Command } from '../../shared/commands/command.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'

/** Commands that open the app's own windows. */
export function appCommands(store: { readonly dispatch: Dispatch }): readonly Command[] {
  const open = (id: string, title: PlainMessageKey, shortcuts: readonly string[], name: string): Command => ({
    id,
    title,
    shortcuts,
    run: () => void store.dispatch(dialogOpened(name)),
  })
  return [
    open('app.commandPalette', 'commands.palette', ['Ctrl+K', 'Ctrl+Shift+P'], 'command-palette'),
    open('app.shortcuts', 'commands.shortcuts', ['Ctrl+/', '?'], 'shortcuts'),
    open('app.start', 'start.command', [], 'start'),
    open('app.settings', 'settings.title', ['Ctrl+,'], 'settings'),
    open('app.packs', 'packs.title', [], 'packs'),
    open('app.offline', 'offline.title', [], 'offline'),
  ]
}
