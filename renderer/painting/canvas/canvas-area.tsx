import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { selectIsOpen } from '../../model/document/document-selectors.ts'
import { useEditor } from '../editor/editor-context.ts'
import { toolTable } from '../tools/tool-table.ts'
import styles from './canvas-area.module.css'
import { CanvasInput } from './canvas-input.ts'
import { CursorRing } from './cursor-ring.tsx'
import { DocumentStage } from './document-stage.tsx'

/** The middle of the window: the canvas and its pointer input. */
export function CanvasArea(): ReactElement {
  const t = useTranslate()
  const { tools, viewport, hover } = useEditor()
  const area = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [input, setInput] = useState<CanvasInput>()
  // Before the first document is open there is nothing to show; the store's placeholder would flash.
  const opened = useSelector(selectIsOpen)
  const tool = toolTable[useObservable(tools.active)]

  useEffect(() => {
    const element = area.current
    if (element === null) return
    const created = new CanvasInput(element, tools, viewport)
    setInput(created)
    const stopHover = created.hover.subscribe(() => hover.set(created.hover.get()))
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { width, height } = entry.contentRect
      setSize({ width, height })
      viewport.resize({ width, height })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      stopHover()
      created.dispose()
    }
  }, [tools, viewport, hover])

  return (
    <div
      ref={area}
      className={styles['area']}
      style={{ cursor: tool.cursor === 'brush' ? 'crosshair' : tool.cursor }}
      tabIndex={0}
      role="application"
      aria-label={t('shell.canvas')}
      data-testid="canvas-area"
    >
      {size.width > 0 && opened ? <DocumentStage width={size.width} height={size.height} /> : null}
      {input === undefined ? null : <CursorRing input={input} />}
    </div>
  )
}
