import { useId, type ReactElement, type ReactNode } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './panel.module.css'

interface PanelProps {
  readonly title: string
  readonly children: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** For content that is long and scrolls: it shrinks where the column is short, before the others or after them. */
  readonly yields: 'first' | 'last' | undefined
  /** Small buttons at the right of the title. */
  readonly actions?: ReactNode
}

/** A section of a column that folds away under its title. Where room is short, its content scrolls under the title. */
export function Panel({ title, children, open, onOpenChange, yields, actions }: PanelProps): ReactElement {
  const t = useTranslate()
  const id = useId()
  return (
    <section
      className={classNames(styles['panel'], open && styles['open'], open && yields !== undefined && styles[yields])}
      aria-label={title}
    >
      <header className={styles['head']}>
        <button
          type="button"
          className={styles['title']}
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? t('shell.collapse', { panel: title }) : t('shell.expand', { panel: title })}
          onClick={() => onOpenChange(!open)}
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
