import { useId, useLayoutEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the bottom right, the main one last. */
  readonly actions?: ReactNode
  /** In CSS pixels. */
  readonly width?: number
}

/** A modal window: it holds the focus, closes with Escape or a click beside it, and gives the focus back. */
export function Dialog({ title, onClose, children, actions, width = 480 }: DialogProps): ReactElement {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // At once: given back a moment later, the focus would be taken from where the user has put it since.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // The browser would focus the first control, which is the close button.
    element?.querySelector<HTMLElement>('[data-focus-on-show]')?.focus()
    return () => element?.close()
  }, [])
  const size: CSSProperties & Record<'--dialog-width', string> = { '--dialog-width': `${width}px` }
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      style={size}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={t('shell.close')} shortcut="Esc" onPress={onClose} />
      </header>
      <div className={styles['body']}>{children}</div>
      {actions === undefined ? null : <footer className={styles['foot']}>{actions}</footer>}
    </dialog>
  )
}
