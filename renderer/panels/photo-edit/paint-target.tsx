import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { activeLayerChosen } from '../../model/document/document-slice.ts'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { PHOTO_LAYERS } from '../../synthesis/photo-edit/edited-photo.ts'
import styles from './photo-edit.module.css'

const targets = ['labels', 'anew', 'keep'] as const

/** What brushes paint: classes, "make this anew", or "keep the photo here". */
export function PaintTarget(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { activeLayerId } = useSelector(selectDocument)
  const target = targets.find((each) => PHOTO_LAYERS[each] === activeLayerId) ?? 'labels'
  return (
    <div className={styles['row']}>
      <Tabs
        label={t('photoEdit.target')}
        tabs={targets.map((value) => ({ value, label: t(`photoEdit.target.${value}`) }))}
        value={target}
        onChange={(value) => dispatch(activeLayerChosen(PHOTO_LAYERS[value]))}
      />
      {target === 'labels' ? null : <span className={styles['hint']}>{t(`photoEdit.targetHint.${target}`)}</span>}
    </div>
  )
}
