import type { MenuName } from '../../../electron/contract/app-menu.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'

/** What the menus of the window's top bar are called. */
export const menuTitles: Readonly<Record<MenuName, PlainMessageKey>> = {
  file: 'commands.group.file',
  edit: 'commands.group.edit',
  layers: 'commands.group.layers',
  view: 'commands.group.view',
  help: 'commands.group.help',
}
