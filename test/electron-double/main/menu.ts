import type Electron from 'electron'
import { knowsOnly, strict } from '../strict.ts'

type Item = Electron.MenuItemConstructorOptions

let shown: readonly Item[] = []

/** The entries of a menu as built; the double shows nothing. */
class MenuDouble {
  readonly template: readonly Item[]

  constructor(template: readonly Item[]) {
    this.template = template
    template.forEach(checkItem)
  }
}

/** What Electron refuses when it builds a menu, and keys that no keyboard has. */
function checkItem(item: Item): void {
  const { type, role, label, submenu, accelerator, click } = item
  knowsOnly('MenuItem', item, [
    'type',
    'role',
    'label',
    'enabled',
    'submenu',
    'accelerator',
    'registerAccelerator',
    'click',
  ])
  if (type === 'separator') return
  if (role === undefined && (label ?? '') === '') throw new Error('A menu item has a label, a role or is a separator.')
  if (role === undefined && submenu === undefined && click === undefined) throw new Error(`'${label}' does nothing.`)
  if (
    typeof accelerator === 'string' &&
    !/^((CmdOrCtrl|Shift|Alt)\+)*([A-Z0-9]|[-=[\];',./\\`]|Plus|Delete|Backspace|Return|Esc|Space|Tab|Up|Down|Left|Right|Home|End|PageUp|PageDown|F\d+)$/.test(
      accelerator,
    )
  ) {
    throw new Error(`The double of Electron does not know the keys ${accelerator}.`)
  }
  if (Array.isArray(submenu)) submenu.forEach(checkItem)
}

export const Menu = strict('Menu', {
  buildFromTemplate: (template: Parameters<typeof Electron.Menu.buildFromTemplate>[0]) =>
    new MenuDouble(template as readonly Item[]),
  setApplicationMenu: (menu: MenuDouble | null) => {
    shown = menu?.template ?? []
  },
} satisfies Partial<Record<keyof typeof Electron.Menu, unknown>>)

/** Clicks an entry of the application's menu by its label. @throws Error when there is none. */
export function clickMenu(label: string): void {
  const items = shown.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const item = items.find((candidate) => candidate.label === label)
  if (item?.click === undefined) throw new Error(`The menu has no entry '${label}'.`)
  Reflect.apply(item.click, undefined, [])
}
