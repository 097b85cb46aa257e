import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../contract/menu-command.ts'
import type { MainText } from './main-text.ts'

/** Shown beside the command; the window itself listens for keys, since users may rebind them. */
const SHORTCUTS: Readonly<Partial<Record<MenuCommand, string>>> = {
  'file.new': 'CmdOrCtrl+N',
  'file.open': 'CmdOrCtrl+O',
  'file.save': 'CmdOrCtrl+S',
  'file.save-as': 'CmdOrCtrl+Shift+S',
  'file.export': 'CmdOrCtrl+E',
  'edit.undo': 'CmdOrCtrl+Z',
  'edit.redo': 'CmdOrCtrl+Shift+Z',
  'edit.cut': 'CmdOrCtrl+X',
  'edit.copy': 'CmdOrCtrl+C',
  'edit.paste': 'CmdOrCtrl+V',
  'edit.select-all': 'CmdOrCtrl+A',
}

/** Separators are undefined. */
const MENUS = {
  file: ['file.new', 'file.open', undefined, 'file.save', 'file.save-as', undefined, 'file.import', 'file.export'],
  edit: [
    'edit.undo',
    'edit.redo',
    undefined,
    'edit.cut',
    'edit.copy',
    'edit.paste',
    undefined,
    'edit.select-all',
    'edit.select-none',
    undefined,
    'app.settings',
  ],
  view: ['view.zoom-in', 'view.zoom-out', 'view.fit', 'view.actual-size', undefined, 'app.command-palette'],
  help: ['app.shortcuts', 'app.packs', 'app.offline'],
} as const satisfies Record<keyof MainText['menus'], readonly (MenuCommand | undefined)[]>

/** Shows the menu; each entry runs the window's command of the same id. */
export function showAppMenu(text: MainText, platform: NodeJS.Platform, run: (command: MenuCommand) => void): void {
  const item = (command: MenuCommand | undefined): MenuItemConstructorOptions => {
    if (command === undefined) return { type: 'separator' }
    const accelerator = SHORTCUTS[command]
    return {
      label: text.commands[command],
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => run(command),
    }
  }
  const quit: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'quit', label: text.quit }]
  const fullScreen: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'togglefullscreen', label: text.fullScreen },
  ]
  const mac = platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    { label: text.menus.file, submenu: [...MENUS.file.map(item), ...(mac ? [] : quit)] },
    { label: text.menus.edit, submenu: MENUS.edit.map(item) },
    { label: text.menus.view, submenu: [...MENUS.view.map(item), ...fullScreen] },
    { label: text.menus.help, submenu: MENUS.help.map(item) },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
