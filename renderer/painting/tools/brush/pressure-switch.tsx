import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { Switch } from '../../../shared/ui/switch.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { PressureSettings } from './stroke-settings.ts'

export function PressureSwitch({ settings, change }: ToolOptionsProps<PressureSettings>): ReactElement {
  const t = useTranslate()
  return (
    <Switch
      label={t('toolOption.pressure')}
      checked={settings.pressureSetsSize}
      onChange={(pressureSetsSize) => change({ pressureSetsSize })}
    />
  )
}
