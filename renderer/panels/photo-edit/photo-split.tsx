import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { SplitLine } from '../../painting/viewport/split-line.tsx'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { usePhotoScene } from '../../painting/photo/photo-scene-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import styles from './photo-edit.module.css'

/** The line between before and after over the canvas, in the view that shows both. */
export function PhotoSplit(): ReactElement | null {
  const t = useTranslate()
  const scene = usePhotoScene()
  const { viewport } = useEditor()
  const { mode, split } = useObservable(scene.view)
  const document = useSelector(selectDocument)
  if (mode !== 'compare') return null
  return (
    <div className={styles['over']}>
      <SplitLine
        viewport={viewport}
        document={document}
        split={split}
        label={t('views.split')}
        onMove={(share) => scene.change({ split: Math.min(1, Math.max(0, share)) })}
      />
    </div>
  )
}
