import type { MenuCommand } from '../../../electron/contract/menu-command.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { CommandRegistry } from './command-registry.ts'

/** The native menu's names of our commands; the type makes a menu item without a command a compile error. */
export const menuCommandIds: Readonly<Record<MenuCommand, string>> = {
  'file.new': 'file.new',
  'file.open': 'file.open',
  'file.save': 'file.save',
  'file.save-as': 'file.saveAs',
  'file.import': 'file.importLabels',
  'file.export': 'file.export',
  'edit.undo': 'history.undo',
  'edit.redo': 'history.redo',
  'edit.cut': 'edit.cut',
  'edit.copy': 'edit.copy',
  'edit.paste': 'edit.paste',
  'edit.select-all': 'selection.all',
  'edit.select-none': 'selection.none',
  'view.zoom-in': 'view.zoomIn',
  'view.zoom-out': 'view.zoomOut',
  'view.fit': 'view.fit',
  'view.actual-size': 'view.actual',
  'app.settings': 'app.settings',
  'app.command-palette': 'app.commandPalette',
  'app.shortcuts': 'app.shortcuts',
  'app.packs': 'app.packs',
  'app.offline': 'app.offline',
}

/** Runs what is chosen in the native menu. @returns what ends it. */
export function followMenu(shell: Pick<ShellApi, 'on'>, registry: Pick<CommandRegistry, 'run'>): () => void {
  return shell.on('menuCommand', ({ command }) => registry.run(menuCommandIds[command]))
}
