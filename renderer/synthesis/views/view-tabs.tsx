import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import styles from './views.module.css'
import { viewTitles } from './view-titles.ts'
import { selectViews, viewChosen, viewModes, type ViewMode } from './views-slice.ts'

/** The choice of views at the top of the window; a drop-down list where tabs would cover the document's name. */
export function ViewTabs(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { mode } = useSelector(selectViews)
  const views = viewModes.map((value) => ({ value, label: t(viewTitles[value]) }))
  const choose = (value: ViewMode): void => void dispatch(viewChosen(value))
  return (
    <>
      <div className={styles['wideChoice']}>
        <Tabs label={t('views.title')} tabs={views} value={mode} onChange={choose} />
      </div>
      <div className={styles['narrowChoice']}>
        <Select label={t('views.title')} hideLabel value={mode} options={views} onChange={choose} />
      </div>
    </>
  )
}
