import {
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import { createPortal } from 'react-dom'

import { Keys } from './keys.tsx'
import styles from './tooltip.module.css'
import { placeBeside, type Side } from './place-beside.ts'

interface TooltipProps {
  readonly text: string
  /** Shown as keys beside the text, e.g. `Ctrl+Z`. */
  readonly shortcut?: string | undefined
  readonly side?: Side
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** How long the pointer rests before the bubble shows; focus by keyboard shows it at once. */
const REST_MS = 450

/** Explains a control and shows its key, on hover and on keyboard focus. */
export function Tooltip({ text, shortcut, side = 'bottom', children, className }: TooltipProps): ReactElement {
  const anchor = useRef<HTMLSpanElement>(null)
  const [shown, setShown] = useState(false)
  const timer = useRef<number>(undefined)
  const id = useId()
  const hide = useCallback(() => {
    window.clearTimeout(timer.current)
    setShown(false)
  }, [])
  return (
    <span
      ref={anchor}
      className={className}
      style={{ display: 'inline-flex' }}
      aria-describedby={shown ? id : undefined}
      onPointerEnter={(event) => {
        if (event.pointerType === 'touch') return
        timer.current = window.setTimeout(() => setShown(true), REST_MS)
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) setShown(true)
      }}
      onBlur={hide}
      onKeyDown={hide}
    >
      {children}
      {shown ? (
        <Bubble id={id} anchor={anchor} side={side}>
          {text}
          {shortcut === undefined ? null : <Keys shortcut={shortcut} />}
        </Bubble>
      ) : null}
    </span>
  )
}

interface BubbleProps {
  readonly id: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly side: Side
  readonly children: ReactNode
}

function Bubble({ id, anchor, side, children }: BubbleProps): ReactElement {
  const bubble = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (anchor.current !== null && bubble.current !== null) placeBeside(bubble.current, anchor.current, side)
  }, [anchor, side])
  return createPortal(
    <span ref={bubble} id={id} role="tooltip" className={styles['bubble']}>
      {children}
    </span>,
    document.body,
  )
}
