import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { useSettings } from '../../shared/settings/settings-context.ts'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'

export function AppearanceSettings(): ReactElement {
  const t = useTranslate()
  const settings = useSettings()
  const change = useSettingsChange()
  return (
    <>
      <Select
        label={t('settings.theme')}
        value={settings.theme}
        options={[
          { value: 'system', label: t('settings.followSystem') },
          { value: 'dark', label: t('settings.dark') },
          { value: 'light', label: t('settings.light') },
        ]}
        onChange={(theme) => change({ theme })}
      />
      <Select
        label={t('settings.language')}
        value={settings.language}
        options={[
          { value: 'system', label: t('settings.followSystem') },
          // Each language is named in itself, for users who ended up in the wrong one.
          { value: 'en', label: 'English' },
          { value: 'ko', label: '한국어' },
        ]}
        onChange={(language) => change({ language })}
      />
      <Select
        label={t('settings.reducedMotion')}
        value={settings.reducedMotion}
        options={[
          { value: 'system', label: t('settings.followSystem') },
          { value: 'on', label: t('settings.motionReduced') },
          { value: 'off', label: t('settings.motionFull') },
        ]}
        onChange={(reducedMotion) => change({ reducedMotion })}
      />
      <Switch
        label={t('settings.hatching')}
        checked={settings.paletteHatching}
        onChange={(paletteHatching) => change({ paletteHatching })}
      />
      <Switch
        label={t('start.setting')}
        checked={settings.startScreen}
        onChange={(startScreen) => change({ startScreen })}
      />
    </>
  )
}
