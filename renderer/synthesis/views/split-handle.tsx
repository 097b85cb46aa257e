import { useEffect, useRef, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { toDocument } from '../../painting/viewport/viewport.ts'
import styles from './views.module.css'
import { selectViews, splitMoved } from './views-slice.ts'

const HALF_WIDTH = 10
const KEY_STEP = 0.02

/** The line between before and after: dragged, or moved by the arrow keys. */
export function SplitHandle(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { viewport } = useEditor()
  const { width, height } = useSelector(selectDocument)
  const { split } = useSelector(selectViews)
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
      aria-label={t('views.split')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(split * 100)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        const area = event.currentTarget.parentElement
        if (!event.currentTarget.hasPointerCapture(event.pointerId) || area === null) return
        const box = area.getBoundingClientRect()
        const at = toDocument(viewport.get(), { x: event.clientX - box.left, y: event.clientY - box.top })
        dispatch(splitMoved(at.x / width))
      }}
      onKeyDown={(event) => {
        const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
        if (direction === undefined) return
        event.preventDefault()
        event.stopPropagation()
        dispatch(splitMoved(split + direction * KEY_STEP))
      }}
    >
      <span className={styles['knob']}>
        <Icon name="swap" size={14} />
      </span>
    </div>
  )
}
