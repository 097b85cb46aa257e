import { useEffect, useLayoutEffect, useRef, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { selectDocument } from '../../model/document/document-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import styles from './views.module.css'

interface PictureSheetProps<Value> {
  readonly value: Value
  /** Draws the value at its own size; the sheet stretches it over the document. */
  readonly draw: (canvas: HTMLCanvasElement, value: Value) => void
  readonly opacity?: number
  /** Only what lies right of this share of the width is shown. */
  readonly from?: number
  readonly label: string
  readonly testId?: string
}

/**
 * A picture lying exactly on the document, following zoom and rotation without rendering React components; the pointer
 * goes through it.
 */
export function PictureSheet<Value>(props: PictureSheetProps<Value>): ReactElement {
  const { value, draw, opacity = 1, from = 0, label, testId } = props
  const { viewport } = useEditor()
  const { width, height } = useSelector(selectDocument)
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (canvas.current !== null) draw(canvas.current, value)
  }, [draw, value])
  useEffect(() => {
    const place = (): void => {
      const { x, y, zoom, rotation } = viewport.get()
      if (canvas.current === null) return
      canvas.current.style.width = `${width * zoom}px`
      canvas.current.style.height = `${height * zoom}px`
      canvas.current.style.transform = `translate(${x}px, ${y}px) rotate(${rotation}rad)`
    }
    place()
    return viewport.subscribe(place)
  }, [viewport, width, height])
  return (
    <canvas
      ref={canvas}
      className={styles['sheet']}
      style={{ opacity, clipPath: from > 0 ? `inset(0 0 0 ${from * 100}%)` : undefined }}
      role="img"
      aria-label={label}
      data-testid={testId}
    />
  )
}
