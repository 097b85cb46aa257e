import type { PointerEvent, ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { useInspector } from './inspector-context.ts'
import { toDocument } from '../../painting/viewport/viewport.ts'
import styles from './inspector.module.css'
import { PointMarker } from './point-marker.tsx'

/** Takes the pointer from the tools while inspecting: hovering asks, a click pins the point or releases it. */
export function InspectorCatcher(): ReactElement | null {
  const t = useTranslate()
  const inspector = useInspector()
  const { viewport } = useEditor()
  const { width, height } = useSelector(selectDocument)
  const active = useObservable(inspector.active)
  const inspection = useObservable(inspector.inspection)
  if (!active) return null
  const place = (event: PointerEvent<HTMLElement>): { x: number; y: number } | undefined => {
    const box = event.currentTarget.getBoundingClientRect()
    // In the view "side by side" the result lies at the same place of the other half.
    const half =
      getComputedStyle(event.currentTarget).getPropertyValue('--canvas-right') === '' ? box.width : box.width / 2
    const x = (event.clientX - box.left) % half
    const at = toDocument(viewport.get(), { x, y: event.clientY - box.top })
    const inside = at.x >= 0 && at.y >= 0 && at.x < width && at.y < height
    return inside ? { x: at.x / width, y: at.y / height } : undefined
  }
  return (
    <div
      className={styles['catcher']}
      role="application"
      aria-label={t('inspector.title')}
      data-testid="inspector-catcher"
      onPointerMove={(event) => {
        const at = place(event)
        if (at !== undefined) inspector.hover(at)
      }}
      onPointerDown={(event) => {
        const at = place(event)
        if (at !== undefined) inspector.click(at)
      }}
    >
      {inspection === undefined ? null : <PointMarker inspection={inspection} />}
    </div>
  )
}
