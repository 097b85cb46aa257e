import type Electron from 'electron'
import { strict } from '../strict.ts'

type Item = Electron.MenuItemConstructorOptions

let shown: readonly Item[] = []

/** The entries of a menu as built; the double shows nothing. */
class MenuDouble {
  readonly template: readonly Item[]

  constructor(template: readonly Item[]) {
    this.template = template
  }
}

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly Item[]) => new MenuDouble(template),
  setApplicationMenu: (menu: MenuDouble | null) => {
    shown = menu?.template ?? []
  },
})

/** Clicks an entry of the application's menu by its label. @throws Error when there is none. */
export function clickMenu(label: string): void {
  const items = shown.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const item = items.find((candidate) => candidate.label === label)
  if (item?.click === undefined) throw new Error(`The menu has no entry '${label}'.`)
  Reflect.apply(item.click, undefined, [])
}
