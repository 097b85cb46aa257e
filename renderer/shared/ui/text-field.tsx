import type { ReactElement } from 'react'

import styles from './field.module.css'
import { Icon } from './icon.tsx'

interface TextFieldProps {
  /** Name for screen readers, and the placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly kind?: 'text' | 'search'
  /** Takes the keyboard focus when its dialog appears. */
  readonly focusOnShow?: boolean
}

export function TextField({
  label,
  value,
  onChange,
  kind = 'text',
  focusOnShow = false,
}: TextFieldProps): ReactElement {
  const input = (
    <input
      type="text"
      className={styles['field']}
      aria-label={label}
      placeholder={label}
      data-focus-on-show={focusOnShow ? true : undefined}
      value={value}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (kind === 'search' && event.key === 'Escape' && value !== '') {
          event.stopPropagation()
          onChange('')
        }
      }}
    />
  )
  if (kind === 'text') return input
  return (
    <div className={styles['search']} role="search">
      <Icon name="search" size={15} />
      {input}
    </div>
  )
}
