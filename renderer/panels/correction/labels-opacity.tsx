import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { layerChanged } from '../../model/document/document-slice.ts'
import { LABELS_LAYER } from './label-document.ts'

/** How much of the photo shows through its labels. This changes the view alone and is no undo step. */
export function LabelsOpacity(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const opacity = useSelector(selectDocument).layers[LABELS_LAYER]?.opacity ?? 1
  return (
    <Slider
      label={t('exemplar.labelsOpacity')}
      value={Math.round(100 * opacity)}
      min={0}
      max={100}
      unit=" %"
      onChange={(percent) => dispatch(layerChanged({ id: LABELS_LAYER, change: { opacity: percent / 100 } }))}
    />
  )
}
