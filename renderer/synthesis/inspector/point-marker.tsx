import { useEffect, useRef, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { selectDocument } from '../../model/document/document-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { toScreen } from '../../painting/viewport/viewport.ts'
import type { Inspection } from './correspondence-inspector.ts'
import styles from './inspector.module.css'

/** A ring at the inspected point, following zoom and rotation. */
export function PointMarker({ inspection }: { readonly inspection: Inspection }): ReactElement {
  const { viewport } = useEditor()
  const { width, height } = useSelector(selectDocument)
  const ring = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const { point, picture } = inspection
    const { size } = picture.settings
    const place = (): void => {
      const at = toScreen(viewport.get(), {
        x: ((point.x + 0.5) * width) / size.width,
        y: ((point.y + 0.5) * height) / size.height,
      })
      if (ring.current !== null) ring.current.style.transform = `translate(${at.x}px, ${at.y}px)`
    }
    place()
    return viewport.subscribe(place)
  }, [inspection, viewport, width, height])
  return <span ref={ring} className={styles['marker']} />
}
