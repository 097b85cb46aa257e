import { useState, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { shortenText } from '../../shared/lib/shorten-text.ts'
import styles from './layers-panel.module.css'

/** The longest name that a project file allows (layer-base.ts). */
const MAXIMUM_NAME = 200

interface RenameFieldProps {
  readonly name: string
  /** The new name, or undefined when it stays. */
  readonly onDone: (name: string | undefined) => void
}

/** Edits a layer's name: Enter, or leaving the field, keeps it; Escape does not. */
export function RenameField({ name, onDone }: RenameFieldProps): ReactElement {
  const t = useTranslate()
  const [value, setValue] = useState(name)
  const keep = (): void => {
    const trimmed = shortenText(value.trim(), MAXIMUM_NAME)
    onDone(trimmed === '' || trimmed === name ? undefined : trimmed)
  }
  return (
    <input
      className={styles['rename']}
      aria-label={t('layers.name')}
      value={value}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') onDone(undefined)
      }}
    />
  )
}
