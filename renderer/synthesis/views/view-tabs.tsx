import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { viewTitles } from './view-titles.ts'
import { selectViews, viewChosen, viewModes } from './views-slice.ts'

/** The choice of views at the top of the window. */
export function ViewTabs(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { mode } = useSelector(selectViews)
  return (
    <Tabs
      label={t('views.title')}
      tabs={viewModes.map((value) => ({ value, label: t(viewTitles[value]) }))}
      value={mode}
      onChange={(value) => dispatch(viewChosen(value))}
    />
  )
}
