import { useEffect, useRef, type ReactElement } from 'react'

import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import type { ViewportStore } from './viewport-store.ts'
import { toDocument } from './viewport.ts'
import styles from './split-line.module.css'

const HALF_WIDTH = 10
const KEY_STEP = 0.02

interface SplitLineProps {
  readonly viewport: Pick<ViewportStore, 'get' | 'subscribe'>
  readonly document: ImageSize
  /** As a share of the document's width. */
  readonly split: number
  readonly onMove: (split: number) => void
  readonly label: string
}

/** The line between before and after, moved by dragging or by the arrow keys. Its parent fills the view. */
export function SplitLine({ viewport, document, split, onMove, label }: SplitLineProps): ReactElement {
  const { width, height } = document
  const handle = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = (): void => {
      const { x, y, zoom, rotation } = viewport.get()
      if (handle.current === null) return
      handle.current.style.height = `${height * zoom}px`
      handle.current.style.transform = `translate(${x}px, ${y}px) rotate(${rotation}rad) translate(${split * width * zoom - HALF_WIDTH}px, 0)`
    }
    place()
    return viewport.subscribe(place)
  }, [viewport, width, height, split])
  return (
    <div
      ref={handle}
      className={styles['handle']}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(split * 100)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const area = event.currentTarget.parentElement
        if (!event.currentTarget.hasPointerCapture(event.pointerId) || area === null) return
        const box = area.getBoundingClientRect()
        const at = toDocument(viewport.get(), { x: event.clientX - box.left, y: event.clientY - box.top })
        onMove(at.x / width)
      }}
      onKeyDown={(event) => {
        const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
        if (direction === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onMove(split + direction * KEY_STEP)
      }}
    >
      <span className={styles['knob']}>
        <Icon name="swap" size={14} />
      </span>
    </div>
  )
}
