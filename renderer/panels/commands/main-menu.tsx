import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'

import { menuNames, type MenuName } from '../../../electron/contract/app-menu.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Keys } from '../../shared/ui/keys.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { isAvailable, runCommand } from '../../shared/commands/command.ts'
import { useCommands } from '../../shared/commands/commands-context.ts'
import { menuSections } from '../../shared/commands/menu-sections.ts'
import { menuKey } from './menu-keys.ts'
import { menuTitles } from './menu-titles.ts'
import styles from './main-menu.module.css'

/** The menus at the top left: the same commands as everywhere else, for users who prefer menus. */
export function MainMenu(): ReactElement {
  const t = useTranslate()
  const [open, setOpen] = useState<number>()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open === undefined) return
    const close = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || bar.current?.contains(event.target) !== true) setOpen(undefined)
    }
    window.addEventListener('pointerdown', close, true)
    return () => window.removeEventListener('pointerdown', close, true)
  }, [open])
  // A menu opened by a key gets the focus at once; one opened by the pointer leaves the focus where it was.
  const entering = useRef<1 | -1>(undefined)
  useEffect(() => {
    if (open !== undefined && entering.current !== undefined) moveFocus(bar.current, entering.current)
    entering.current = undefined
  }, [open])
  const onKeyDown = (event: KeyboardEvent): void => {
    const names = [...(bar.current?.querySelectorAll<HTMLElement>('[aria-haspopup]') ?? [])]
    const at = open ?? names.findIndex((name) => name === document.activeElement)
    const act = menuKey(event.key, at, names.length, open !== undefined)
    if (open === undefined && act === undefined) return
    if (act?.kind === 'name') names[act.index]?.focus()
    if (act?.kind === 'open') {
      entering.current = act.enter
      setOpen(act.index)
    }
    if (act?.kind === 'close') {
      setOpen(undefined)
      names[at]?.focus()
    }
    if (act?.kind === 'leave') setOpen(undefined)
    if (act?.kind === 'item') moveFocus(bar.current, act.step)
    if (act?.kind === 'edge') moveFocus(bar.current, act.step, true)
    if (event.key !== 'Tab' && event.key !== 'Enter' && event.key !== ' ') event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={bar} className={styles['bar']} role="menubar" aria-label={t('commands.menu')} onKeyDown={onKeyDown}>
      {menuNames.map((menu, index) => (
        <div key={menu} className={styles['menu']}>
          <button
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === index}
            tabIndex={index === 0 ? 0 : -1}
            className={classNames(styles['name'], open === index && styles['open'])}
            onClick={() => setOpen(open === index ? undefined : index)}
            onPointerEnter={() => {
              if (open !== undefined) setOpen(index)
            }}
          >
            {t(menuTitles[menu])}
          </button>
          {open === index ? <MenuItems menu={menu} onDone={() => setOpen(undefined)} /> : null}
        </div>
      ))}
    </div>
  )
}

interface MenuItemsProps {
  readonly menu: MenuName
  readonly onDone: () => void
}

function MenuItems({ menu, onDone }: MenuItemsProps): ReactElement {
  const t = useTranslate()
  const registry = useCommands()
  return (
    <div className={styles['items']} role="menu" aria-label={t(menuTitles[menu])}>
      {menuSections(registry.all(), menu).map((section) => (
        <div key={section.map(({ id }) => id).join(' ')} role="group" className={styles['section']}>
          {section.map((command) => {
            const shortcut = registry.shortcutsOf(command)[0]
            const available = isAvailable(command)
            return (
              <button
                key={command.id}
                type="button"
                role="menuitem"
                className={styles['item']}
                aria-disabled={!available}
                onClick={() => {
                  if (!available) return
                  onDone()
                  runCommand(command)
                }}
              >
                <span>{t(command.title)}</span>
                {shortcut === undefined ? null : <Keys shortcut={shortcut} />}
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** @param fromEdge from the first (1) or last (−1) item on */
function moveFocus(bar: HTMLElement | null, step: 1 | -1, fromEdge = false): void {
  const items = [...(bar?.querySelectorAll<HTMLElement>('[role=menu] [role=menuitem]') ?? [])]
  const at = fromEdge ? -1 : items.findIndex((item) => item === document.activeElement)
  const next = at === -1 ? (step === 1 ? 0 : items.length - 1) : (at + step + items.length) % items.length
  items[next]?.focus()
}
