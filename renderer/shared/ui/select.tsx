import type { ReactElement } from 'react'

import { classNames } from './class-names.ts'
import styles from './field.module.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly hideLabel?: boolean
}

/** A choice among named values; the platform draws the list. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  hideLabel = false,
}: SelectProps<Value>): ReactElement {
  return (
    <label className={styles['labelled']}>
      <span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
      <select
        className={classNames(styles['field'], styles['select'])}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
