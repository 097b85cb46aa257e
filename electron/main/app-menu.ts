import { Menu, type MenuItemConstructorOptions } from 'electron'
import { menuNames, type AppMenu, type MenuItem, type MenuName } from '../contract/app-menu.ts'
import { acceleratorOf } from './accelerator.ts'
import type { MainText } from './main-text.ts'

const line: MenuItemConstructorOptions = { type: 'separator' }

/**
 * Shows the menus as the window gave them, and what belongs to the system; each entry runs the window's command of that id.
 * Keys are only shown: the window itself listens for them.
 */
export function showAppMenu(
  menu: AppMenu,
  text: MainText,
  platform: NodeJS.Platform,
  run: (command: string) => void,
): void {
  const item = ({ command, label, shortcut, available }: MenuItem): MenuItemConstructorOptions => {
    const accelerator = shortcut === null ? undefined : acceleratorOf(shortcut)
    return {
      // A single & would underline the next letter.
      label: label.replaceAll('&', '&&'),
      enabled: available,
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      click: () => run(command),
    }
  }
  const mac = platform === 'darwin'
  const quit: MenuItemConstructorOptions[] = [{ role: 'quit', label: text.quit }]
  const fullScreen: MenuItemConstructorOptions[] = [{ role: 'togglefullscreen', label: text.fullScreen }]
  const own: Partial<Record<MenuName, MenuItemConstructorOptions[]>> = {
    ...(mac ? {} : { file: quit }),
    view: fullScreen,
  }
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    ...menuNames.map((name) => {
      const given = menu.find((content) => content.name === name)?.sections ?? []
      const sections = [...given.map((section) => section.map(item)), own[name] ?? []]
      const shown = sections.filter((section) => section.length > 0)
      return {
        label: text.menus[name],
        submenu: shown.flatMap((section, index) => [...(index === 0 ? [] : [line]), ...section]),
      }
    }),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
