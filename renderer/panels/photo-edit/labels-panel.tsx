import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { usePhotoOpening } from '../../files/photo-edit/photo-opening-context.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { layerChanged } from '../../model/document/document-slice.ts'
import {
  labelStyleChosen,
  labelStyles,
  selectLabelStyle,
  type LabelStyle,
} from '../../painting/viewport/canvas-slice.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Select } from '../../shared/ui/select.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { PHOTO_LAYERS } from '../../synthesis/photo-edit/edited-photo.ts'
import { usePhotoEditing } from '../../synthesis/photo-edit/photo-editing-context.ts'
import styles from './photo-edit.module.css'

const styleTitles: Readonly<Record<LabelStyle, PlainMessageKey>> = {
  fill: 'photoEdit.style.fill',
  outline: 'photoEdit.style.outline',
  hatch: 'photoEdit.style.hatch',
}

/** How the labels are shown over the photo. This changes the view alone and is no undo step. */
export function LabelsPanel(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const id = PHOTO_LAYERS.labels
  const opacity = useSelector(selectDocument).layers[id]?.opacity ?? 1
  return (
    <div className={styles['fields']}>
      <PackSelect />
      <Slider
        label={t('photoEdit.opacity')}
        value={Math.round(100 * opacity)}
        min={0}
        max={100}
        unit=" %"
        onChange={(percent) => dispatch(layerChanged({ id, change: { opacity: percent / 100 } }))}
      />
      <Select
        label={t('photoEdit.style')}
        value={useSelector(selectLabelStyle)}
        options={labelStyles.map((value) => ({ value, label: t(styleTitles[value]) }))}
        onChange={(style) => dispatch(labelStyleChosen(style))}
      />
    </div>
  )
}

/** With which pack the photo is edited: its scene or its faces. Another one labels the photo anew. */
function PackSelect(): ReactElement | null {
  const t = useTranslate()
  const opening = usePhotoOpening()
  const chosen = useObservable(usePhotoEditing().open)?.manifest.id
  // Always in the same order, whichever is in use.
  const packs = opening.packs().toSorted((one, other) => one.id.localeCompare(other.id))
  if (packs.length < 2 || chosen === undefined) return null
  return (
    <>
      <Select
        label={t('photoEdit.what')}
        value={chosen}
        options={packs.map(({ id, title }) => ({ value: id, label: shippedTitle(t, { id, title }) }))}
        onChange={(id) => {
          const pack = packs.find((each) => each.id === id)
          if (pack !== undefined) void opening.editWith(pack)
        }}
      />
      <p className={styles['hint']}>{t('photoEdit.whatHint')}</p>
    </>
  )
}
