import type { ReactElement } from 'react'

import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import type { Side } from './place-beside.ts'
import { Tooltip } from './tooltip.tsx'

interface IconButtonProps {
  readonly icon: IconName
  /** What it does: the tooltip, and the name that screen readers say. */
  readonly label: string
  readonly onPress: () => void
  readonly shortcut?: string | undefined
  /** Only on toggles: whether it is on. */
  readonly pressed?: boolean | undefined
  readonly disabled?: boolean
  readonly size?: 'small' | 'medium' | 'large'
  readonly tooltipSide?: Side
}

export function IconButton(props: IconButtonProps): ReactElement {
  const { icon, label, onPress, shortcut, pressed, disabled = false, size = 'medium', tooltipSide = 'bottom' } = props
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        className={classNames(
          styles['button'],
          styles['icon'],
          size !== 'medium' && styles[size],
          pressed === true && styles['pressed'],
        )}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onPress}
      >
        <Icon name={icon} size={size === 'small' ? 15 : size === 'large' ? 20 : 18} />
      </button>
    </Tooltip>
  )
}
