import { Menu, type MenuItemConstructorOptions } from 'electron'
import { menuNames, menuTable, type MenuCommand, type MenuName } from '../contract/menu-command.ts'
import type { MainText } from './main-text.ts'

/** Shown beside the command; the window itself listens for keys, since users may rebind them. */
const SHORTCUTS: Readonly<Partial<Record<MenuCommand, string>>> = {
  'file.new': 'CmdOrCtrl+Alt+N',
  'file.open': 'CmdOrCtrl+O',
  'file.save': 'CmdOrCtrl+S',
  'file.saveAs': 'CmdOrCtrl+Shift+S',
  'file.importLabels': 'CmdOrCtrl+Shift+O',
  'file.export': 'CmdOrCtrl+Shift+E',
  'history.undo': 'CmdOrCtrl+Z',
  'history.redo': 'CmdOrCtrl+Shift+Z',
  'edit.cut': 'CmdOrCtrl+X',
  'edit.copy': 'CmdOrCtrl+C',
  'edit.paste': 'CmdOrCtrl+V',
  'selection.all': 'CmdOrCtrl+A',
  'selection.none': 'CmdOrCtrl+D',
  'selection.invert': 'CmdOrCtrl+Shift+I',
  'layers.add': 'CmdOrCtrl+Shift+N',
}

/** Shows the menu; each entry runs the window's command of the same id. */
export function showAppMenu(text: MainText, platform: NodeJS.Platform, run: (command: MenuCommand) => void): void {
  const item = (command: MenuCommand): MenuItemConstructorOptions => {
    const accelerator = SHORTCUTS[command]
    return {
      label: text.commands[command],
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => run(command),
    }
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const items = (name: MenuName): MenuItemConstructorOptions[] =>
    menuTable[name].flatMap((section, index) => [...(index === 0 ? [] : [line]), ...section.map(item)])
  const quit: MenuItemConstructorOptions[] = [line, { role: 'quit', label: text.quit }]
  const fullScreen: MenuItemConstructorOptions[] = [line, { role: 'togglefullscreen', label: text.fullScreen }]
  const mac = platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    ...menuNames.map((name) => ({
      label: text.menus[name],
      submenu: [...items(name), ...(name === 'file' && !mac ? quit : []), ...(name === 'view' ? fullScreen : [])],
    })),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
