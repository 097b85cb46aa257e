import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { SplitLine } from '../../painting/viewport/split-line.tsx'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { selectViews, splitMoved } from './views-slice.ts'

/** The line between the layout and the picture. */
export function SplitHandle(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { viewport } = useEditor()
  const { split } = useSelector(selectViews)
  return (
    <SplitLine
      viewport={viewport}
      document={useSelector(selectDocument)}
      split={split}
      label={t('views.split')}
      onMove={(share) => dispatch(splitMoved(share))}
    />
  )
}
