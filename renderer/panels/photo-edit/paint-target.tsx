import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { activeLayerChosen } from '../../model/document/document-slice.ts'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { PHOTO_LAYERS } from '../../synthesis/photo-edit/edited-photo.ts'
import styles from './photo-edit.module.css'

const targets = ['labels', 'anew', 'keep'] as const

const titles: Readonly<Record<(typeof targets)[number], PlainMessageKey>> = {
  labels: 'photoEdit.target.labels',
  anew: 'photoEdit.target.anew',
  keep: 'photoEdit.target.keep',
}

const hints = { anew: 'photoEdit.targetHint.anew', keep: 'photoEdit.targetHint.keep' } as const

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
        tabs={targets.map((value) => ({ value, label: t(titles[value]) }))}
        value={target}
        onChange={(value) => dispatch(activeLayerChosen(PHOTO_LAYERS[value]))}
      />
      {target === 'labels' ? null : <span className={styles['hint']}>{t(hints[target])}</span>}
    </div>
  )
}
