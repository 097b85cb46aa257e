import type { ReactElement } from 'react'

import { executionProviderSchema, type ProviderPreference } from '../../../electron/contract/execution-provider.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { providerNames } from './provider-names.ts'
import { SelfTestPanel } from './self-test-panel.tsx'
import { useSettings } from '../../shared/settings/settings-context.ts'
import styles from './settings-dialog.module.css'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'

/** What computes the pictures. The host reads these when it starts. */
export function EngineSettings(): ReactElement {
  const t = useTranslate()
  const shell = useShell()
  const announcer = useAnnouncer()
  const settings = useSettings()
  const change = useSettingsChange()
  const providers: readonly ProviderPreference[] = ['auto', ...executionProviderSchema.options]
  return (
    <>
      <Select
        label={t('settings.provider')}
        value={settings.provider}
        options={providers.map((value) => ({
          value,
          label: value === 'auto' ? t('settings.providerAuto') : providerNames[value],
        }))}
        onChange={(provider) => change({ provider })}
      />
      <Slider
        label={t('settings.threads')}
        min={1}
        max={16}
        value={settings.threads}
        onChange={(threads) => change({ threads })}
      />
      <Slider
        label={t('settings.cache')}
        min={16}
        max={4096}
        step={16}
        curve={2}
        unit=" MB"
        value={settings.cacheMegabytes}
        onChange={(cacheMegabytes) => change({ cacheMegabytes })}
      />
      <p className={styles['note']}>{t('settings.engineNote')}</p>
      <span>
        <Button
          onPress={() => {
            shell.restartInference().then(
              () => announcer.tell('info', 'settings.restarted'),
              (error: unknown) => announcer.fail(error),
            )
          }}
        >
          {t('settings.restart')}
        </Button>
      </span>
      <SelfTestPanel />
    </>
  )
}
