import { useEffect, useRef, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { useEditor } from '../editor/editor-context.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { maskBounds } from '../../model/selection/selection-mask.ts'
import { toDocument } from '../viewport/viewport.ts'

/** The document's size, and the pixel and class under the cursor; updated without rendering React components. */
export function CursorStatus(): ReactElement {
  const t = useTranslate()
  const { hover, viewport, layout, selection } = useEditor()
  const { width, height } = useSelector(selectDocument)
  const classes = useSelector(selectClasses)
  const selected = useObservable(selection)
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const names = new Map(
      classes.flatMap(({ id, name, aliases }) => [
        [id, className(t, name)] as const,
        ...aliases.map((alias) => [alias.id, className(t, name)] as const),
      ]),
    )
    return hover.subscribe(() => {
      const at = hover.get()
      if (text.current === null) return
      if (at === undefined) {
        text.current.textContent = ''
        return
      }
      const point = toDocument(viewport.get(), at)
      const x = Math.floor(point.x)
      const y = Math.floor(point.y)
      const inside = x >= 0 && y >= 0 && x < width && y < height
      const name = inside ? names.get(layout.get().data[y * width + x] ?? 0) : undefined
      text.current.textContent = inside ? `${t('view.cursor', { x, y })}${name === undefined ? '' : `  ${name}`}` : ''
    })
  }, [hover, viewport, layout, classes, width, height, t])
  const bounds = selected === undefined ? undefined : maskBounds(selected)
  return (
    <>
      <span>{t('view.documentSize', { width, height })}</span>
      {bounds === undefined ? null : (
        <span>{t('selection.status', { width: bounds.width, height: bounds.height })}</span>
      )}
      <span ref={text} />
    </>
  )
}
