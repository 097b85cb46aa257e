import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { LIVE_SIDES } from '../../synthesis/live/live-size.ts'
import { useSettings } from '../../shared/settings/settings-context.ts'
import styles from './settings-dialog.module.css'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'

export function EditingSettings(): ReactElement {
  const t = useTranslate()
  const settings = useSettings()
  const change = useSettingsChange()
  const measured = settings.measuredLiveSide
  return (
    <>
      <Select
        label={t('settings.liveMode')}
        value={settings.liveMode}
        options={[
          { value: 'live', label: t('settings.liveAlways') },
          { value: 'pen-up', label: t('settings.livePenUp') },
          { value: 'manual', label: t('settings.liveManual') },
        ]}
        onChange={(liveMode) => change({ liveMode })}
      />
      <Select
        label={t('settings.liveSide')}
        value={String(settings.liveSide)}
        options={[
          {
            value: 'measured',
            label:
              measured === undefined
                ? t('settings.liveSideMeasured')
                : t('settings.liveSideFound', { side: measured.side, milliseconds: measured.milliseconds }),
          },
          ...LIVE_SIDES.map((side) => ({ value: String(side), label: `${String(side)} × ${String(side)}` })),
        ]}
        onChange={(side) => change({ liveSide: side === 'measured' ? side : Number(side) })}
      />
      <Slider
        label={t('settings.historySteps')}
        min={500}
        max={10_000}
        step={100}
        value={settings.historySteps}
        onChange={(historySteps) => change({ historySteps })}
      />
      <Slider
        label={t('settings.historyMegabytes')}
        min={16}
        max={4096}
        step={16}
        curve={2}
        unit=" MB"
        value={settings.historyMegabytes}
        onChange={(historyMegabytes) => change({ historyMegabytes })}
      />
      <p className={styles['note']}>{t('settings.journalNote')}</p>
    </>
  )
}
