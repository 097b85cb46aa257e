import type { ReactElement } from 'react'

import styles from './field.module.css'

interface SwitchProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function Switch({ label, checked, onChange }: SwitchProps): ReactElement {
  return (
    <label className={styles['labelled']}>
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        className={styles['switch']}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
