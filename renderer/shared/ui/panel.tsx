import { useId, useState, type ReactElement, type ReactNode } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Icon } from './icon.tsx'
import styles from './panel.module.css'

interface PanelProps {
  readonly title: string
  readonly children: ReactNode
  readonly startsOpen?: boolean
  /** Small buttons at the right of the title. */
  readonly actions?: ReactNode
}

/** A section of the right side that folds away under its title. */
export function Panel({ title, children, startsOpen = true, actions }: PanelProps): ReactElement {
  const t = useTranslate()
  const [open, setOpen] = useState(startsOpen)
  const id = useId()
  return (
    <section className={styles['panel']} aria-label={title}>
      <header className={styles['head']}>
        <button
          type="button"
          className={styles['title']}
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? t('shell.collapse', { panel: title }) : t('shell.expand', { panel: title })}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
          {title}
        </button>
        {open ? actions : null}
      </header>
      {open ? (
        <div id={id} className={styles['body']}>
          {children}
        </div>
      ) : null}
    </section>
  )
}
