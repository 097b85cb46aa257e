import type { ReactElement, ReactNode } from 'react'

import styles from './empty-state.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

interface EmptyStateProps {
  readonly icon: IconName
  /** Shown where there is nothing yet; it also says what to do about that. */
  readonly text: string
  readonly children?: ReactNode
}

export function EmptyState({ icon, text, children }: EmptyStateProps): ReactElement {
  return (
    <div className={styles['empty']}>
      <Icon name={icon} size={24} />
      <p>{text}</p>
      {children}
    </div>
  )
}
