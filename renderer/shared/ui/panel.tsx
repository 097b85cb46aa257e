import { useId, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Icon } from './icon.tsx'
import styles from './panel.module.css'

interface PanelProps {
  readonly title: string
  readonly children: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** How many panels have their title above and below this one; all titles stay in view. */
  readonly before: number
  readonly after: number
  /** Small buttons at the right of the title. */
  readonly actions?: ReactNode
}

/**
 * A section of a scrolling column that folds away under its title. Titles pile up at the column's ends instead of
 * leaving it, so that every section is one press away however long the others are.
 */
export function Panel({ title, children, open, onOpenChange, before, after, actions }: PanelProps): ReactElement {
  const t = useTranslate()
  const id = useId()
  const place: CSSProperties & Record<'--before' | '--after', number> = { '--before': before, '--after': after }
  const head = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const toggle = (): void => {
    // Of a section out of view one wants to see it, not to fold it.
    if (open && isOutOfView(head.current, body.current)) body.current?.scrollIntoView({ block: 'nearest' })
    else onOpenChange(!open)
  }
  return (
    <section className={styles['panel']} aria-label={title} style={place}>
      <header ref={head} className={styles['head']}>
        <button
          type="button"
          className={styles['title']}
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? t('shell.collapse', { panel: title }) : t('shell.expand', { panel: title })}
          onClick={toggle}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
          {title}
        </button>
        {open ? actions : null}
      </header>
      {open ? (
        <div ref={body} id={id} className={styles['body']}>
          {children}
        </div>
      ) : null}
    </section>
  )
}

/** Whether the titles piled up at an end of the column cover the section: then its body does not follow its title. */
function isOutOfView(head: HTMLElement | null, body: HTMLElement | null): boolean {
  if (head === null || body === null) return false
  const title = head.getBoundingClientRect()
  const content = body.getBoundingClientRect()
  return content.bottom <= title.bottom || content.top > title.bottom + 1
}
