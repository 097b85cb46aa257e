import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { Slider } from '../../../shared/ui/slider.tsx'
import { Switch } from '../../../shared/ui/switch.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { FillSettings } from './fill-settings.ts'

export function FillOptions({ settings, change }: ToolOptionsProps<FillSettings>): ReactElement {
  const t = useTranslate()
  return (
    <>
      <Slider
        label={t('toolOption.gap')}
        value={settings.fillGap}
        min={0}
        max={16}
        unit=" px"
        onChange={(fillGap) => change({ fillGap })}
      />
      <Switch
        label={t('toolOption.contiguous')}
        checked={settings.fillContiguous}
        onChange={(fillContiguous) => change({ fillContiguous })}
      />
      <Switch
        label={t('toolOption.allLayers')}
        checked={settings.fillAllLayers}
        onChange={(fillAllLayers) => change({ fillAllLayers })}
      />
    </>
  )
}
