import type { ReactElement, ReactNode } from 'react'

import { classNames } from './class-names.ts'
import styles from './button.module.css'

interface ButtonProps {
  readonly onPress: () => void
  readonly children: ReactNode
  readonly tone?: 'normal' | 'primary' | 'danger' | 'quiet'
  readonly disabled?: boolean
  /** Takes the keyboard focus when it appears, as a dialog's main button does. */
  readonly focusOnShow?: boolean
}

export function Button({
  onPress,
  children,
  tone = 'normal',
  disabled = false,
  focusOnShow = false,
}: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={classNames(styles['button'], tone !== 'normal' && styles[tone])}
      disabled={disabled}
      data-focus-on-show={focusOnShow ? true : undefined}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
