import { menuNames, menuTable, type MenuCommand } from '../../../electron/contract/menu-command.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'

export interface MenuTable {
  readonly title: PlainMessageKey
  /** Command ids; a line separates the sections. */
  readonly sections: readonly (readonly MenuCommand[])[]
}

const titles = {
  file: 'commands.group.file',
  edit: 'commands.group.edit',
  layers: 'commands.group.layers',
  view: 'commands.group.view',
  help: 'commands.group.help',
} as const

/** The menus of the window's top bar. Commands that are not registered are left out. */
export const menus: readonly MenuTable[] = menuNames.map((name) => ({
  title: titles[name],
  sections: menuTable[name],
}))
