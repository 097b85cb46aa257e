import { useRef, type ReactElement } from 'react'

import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import styles from './tabs.module.css'

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: IconName
}

interface TabsProps<Value extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One choice of a few, side by side; arrow keys move between them. */
export function Tabs<Value extends string>({ label, tabs, value, onChange }: TabsProps<Value>): ReactElement {
  const row = useRef<HTMLDivElement>(null)
  const step = (by: number): void => {
    const at = tabs.findIndex((tab) => tab.value === value)
    const index = (at + by + tabs.length) % tabs.length
    const next = tabs[index]
    if (next === undefined) return
    onChange(next.value)
    row.current?.querySelectorAll('button')[index]?.focus()
  }
  return (
    <div ref={row} className={styles['tabs']} role="radiogroup" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="radio"
          aria-checked={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          className={classNames(styles['tab'], tab.value === value && styles['chosen'])}
          onClick={() => onChange(tab.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1)
            if (event.key === 'ArrowLeft') step(-1)
          }}
        >
          {tab.icon === undefined ? null : <Icon name={tab.icon} size={15} />}
          {tab.label}
        </button>
      ))}
    </div>
  )
}
