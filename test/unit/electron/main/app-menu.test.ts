import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'

import type { AppMenu } from '../../../../electron/contract/app-menu.ts'
import { acceleratorOf } from '../../../../electron/main/accelerator.ts'
import { showAppMenu } from '../../../../electron/main/app-menu.ts'
import { mainText } from '../../../../electron/main/main-text.ts'

const shown = vi.hoisted(() => ({ template: [] as MenuItemConstructorOptions[] }))
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (template: MenuItemConstructorOptions[]) => void (shown.template = template),
  },
}))

afterEach(() => void (shown.template = []))

const itemsOf = (menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] =>
  Array.isArray(menu?.submenu) ? menu.submenu : []

const given: AppMenu = [
  {
    name: 'file',
    sections: [
      [{ command: 'file.open', label: 'Open…', shortcut: 'Ctrl+O', available: true }],
      [{ command: 'file.save', label: 'Save & close', shortcut: null, available: false }],
    ],
  },
]

describe('the system’s menu', () => {
  // Bug it would catch: entries of the window that the system's menu lacks, or that run something else.
  it.each(['linux', 'darwin'] as const)('of %s shows what the window gave and runs it by id', (platform) => {
    const chosen: string[] = []
    showAppMenu(given, mainText('en', ''), platform, (command) => chosen.push(command))
    const own = shown.template.filter(({ role }) => role === undefined)
    expect(own.map(({ label }) => label)).toEqual(['&File', '&Edit', '&Layers', '&View', '&Help'])
    const [open, line, save] = itemsOf(own[0])
    expect(open).toMatchObject({
      label: 'Open…',
      accelerator: 'CmdOrCtrl+O',
      registerAccelerator: false,
      enabled: true,
    })
    expect(line).toEqual({ type: 'separator' })
    expect(save).toMatchObject({ label: 'Save && close', enabled: false })
    expect(save).not.toHaveProperty('accelerator')
    for (const item of [open, save]) (item?.click as (() => void) | undefined)?.()
    expect(chosen).toEqual(['file.open', 'file.save'])
  })

  // Bug it would catch: a start without a way out until the window has loaded, and menus that begin with a line.
  it('has what is the system’s own before the window has given anything', () => {
    showAppMenu([], mainText('en', ''), 'linux', () => undefined)
    expect(itemsOf(shown.template[0])).toEqual([{ role: 'quit', label: 'Quit' }])
    expect(itemsOf(shown.template[3])).toEqual([{ role: 'togglefullscreen', label: 'Full Screen' }])
  })
})

// Bug it would catch: a key of the user's that Electron refuses, which would leave the app without any menu.
it.each([
  ['Ctrl+Shift+Z', 'CmdOrCtrl+Shift+Z'],
  ['Ctrl+Enter', 'CmdOrCtrl+Return'],
  ['Ctrl+]', 'CmdOrCtrl+]'],
  ['Alt+1', 'Alt+1'],
  ['F12', 'F12'],
  ['Ctrl+Ä', undefined],
  ['AudioVolumeUp', undefined],
])('the keys %s are %s to Electron', (shortcut, accelerator) => {
  expect(acceleratorOf(shortcut)).toBe(accelerator)
})
