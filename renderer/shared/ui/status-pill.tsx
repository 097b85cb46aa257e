import type { ReactElement } from 'react'

import { classNames } from './class-names.ts'
import styles from './status-pill.module.css'
import { Tooltip } from './tooltip.tsx'

/** Colour of the dot; `none` while there is nothing to say. */
export type StatusTone = 'success' | 'warning' | 'busy' | 'danger' | 'soft' | 'none'

interface StatusPillProps {
  readonly tooltip: string
  readonly tone: StatusTone
  readonly text: string
  /** At the right end, such as a time; empty where there is none. */
  readonly figure: string
  /** In CSS pixels, so that the pill keeps its width while its words change. */
  readonly minWidth: number
  /** Whether an outline warns that the user has to do something. */
  readonly outlined?: boolean
  /** Attributes by which tests read the state. */
  readonly data: Readonly<Record<`data-${string}`, string | boolean>>
}

/** Says in the top bar what is being made: a dot, a few words and a figure. */
export function StatusPill(props: StatusPillProps): ReactElement {
  const { tooltip, tone, text, figure, minWidth, outlined = false, data } = props
  return (
    <Tooltip text={tooltip}>
      <span
        className={classNames(styles['pill'], styles[tone], outlined && styles['outlined'])}
        style={{ minWidth }}
        role="status"
        aria-live="off"
        {...data}
      >
        <span className={styles['dot']} />
        {text}
        <span className={styles['figure']}>{figure}</span>
      </span>
    </Tooltip>
  )
}
