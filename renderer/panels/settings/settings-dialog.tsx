import { useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { AppearanceSettings } from './appearance-settings.tsx'
import { EditingSettings } from './editing-settings.tsx'
import { EngineSettings } from './engine-settings.tsx'
import styles from './settings-dialog.module.css'

type Section = 'appearance' | 'editing' | 'engine'

const sections: readonly { readonly value: Section; readonly title: PlainMessageKey }[] = [
  { value: 'appearance', title: 'settings.appearance' },
  { value: 'editing', title: 'settings.editing' },
  { value: 'engine', title: 'settings.engine' },
]

/** The user's settings; each takes effect and is stored at once. */
export function SettingsDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const [section, setSection] = useState<Section>('appearance')
  return (
    <Dialog title={t('settings.title')} width={560} onClose={() => dispatch(dialogClosed())}>
      <Tabs
        label={t('settings.sections')}
        value={section}
        tabs={sections.map(({ value, title }) => ({ value, label: t(title) }))}
        onChange={setSection}
      />
      <div className={styles['section']}>
        {section === 'appearance' ? <AppearanceSettings /> : null}
        {section === 'editing' ? <EditingSettings /> : null}
        {section === 'engine' ? <EngineSettings /> : null}
      </div>
    </Dialog>
  )
}
