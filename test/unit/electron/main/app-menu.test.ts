import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, expect, it, vi } from 'vitest'

import { showAppMenu } from '../../../../electron/main/app-menu.ts'
import { mainText } from '../../../../electron/main/main-text.ts'
import { menus } from '../../../../renderer/panels/commands/menu-table.ts'

const shown = vi.hoisted(() => ({ template: [] as MenuItemConstructorOptions[] }))
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (template: MenuItemConstructorOptions[]) => void (shown.template = template),
  },
}))

afterEach(() => void (shown.template = []))

const itemsOf = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : []

// Bug it would catch: a whole menu of the window that the system's menu does not have.
it.each(['linux', 'darwin'] as const)('the menu of %s has what the window’s own menus have', (platform) => {
  const chosen: string[] = []
  showAppMenu(mainText('en', ''), platform, (command) => chosen.push(command))
  const own = shown.template.filter(({ role }) => role === undefined)
  expect(own.map(({ label }) => label)).toEqual(['&File', '&Edit', '&Layers', '&View', '&Help'])
  for (const [index, menu] of own.entries()) {
    chosen.length = 0
    for (const { click } of itemsOf(menu)) (click as (() => void) | undefined)?.()
    expect(chosen, menu.label).toEqual(menus[index]?.sections.flat())
    expect(itemsOf(menu).filter(({ type }) => type === 'separator').length, menu.label).toBeGreaterThan(0)
  }
})
