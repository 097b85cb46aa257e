import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import { createPortal } from 'react-dom'

import styles from './context-menu.module.css'

export interface ContextMenuItem {
  readonly id: string
  readonly title: string
  readonly disabled?: boolean
  readonly run: () => void
}

/** Where it opens, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}

interface ContextMenuProps {
  readonly label: string
  readonly at: MenuPlace
  /** A line separates the sections. */
  readonly sections: readonly (readonly ContextMenuItem[])[]
  readonly onClose: () => void
}

/** A menu at the pointer or beside what has the focus. It takes the focus, gives it back, and closes with Escape. */
export function ContextMenu({ label, at, sections, onClose }: ContextMenuProps): ReactElement {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    const before = document.activeElement
    if (element === null) return
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - width - 4))}px`
    element.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - height - 4))}px`
    focusables(element)[0]?.focus()
    return () => {
      if (before instanceof HTMLElement && element.contains(document.activeElement)) before.focus()
    }
  }, [at])
  useEffect(() => {
    const close = (event: Event): void => {
      if (!(event.target instanceof Node) || menu.current?.contains(event.target) !== true) onClose()
    }
    const ending = new AbortController()
    const listening = { capture: true, signal: ending.signal }
    window.addEventListener('pointerdown', close, listening)
    window.addEventListener('wheel', close, listening)
    window.addEventListener('blur', onClose, { signal: ending.signal })
    return () => ending.abort()
  }, [onClose])
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const items = focusables(menu.current)
    const at = items.findIndex((item) => item === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to !== undefined) items.at(to % items.length)?.focus()
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault()
  }
  return createPortal(
    <div
      ref={menu}
      className={styles['menu']}
      role="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {sections.map((section) => (
        <div key={section.map(({ id }) => id).join(' ')} role="group" className={styles['section']}>
          {section.map(({ id, title, disabled = false, run }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles['item']}
              disabled={disabled}
              onClick={() => {
                onClose()
                run()
              }}
            >
              {title}
            </button>
          ))}
        </div>
      ))}
    </div>,
    document.body,
  )
}

function focusables(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? [])]
}
