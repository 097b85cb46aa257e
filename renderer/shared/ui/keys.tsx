import type { ReactElement } from 'react'

import styles from './keys.module.css'

/** Draws a shortcut such as `Ctrl+Shift+Z` as keys. `+` itself is written `Plus`. */
export function Keys({ shortcut }: { readonly shortcut: string }): ReactElement {
  return (
    <span className={styles['keys']}>
      {shortcut.split('+').map((key) => (
        <kbd key={key} className={styles['key']}>
          {key === 'Plus' ? '+' : key}
        </kbd>
      ))}
    </span>
  )
}
