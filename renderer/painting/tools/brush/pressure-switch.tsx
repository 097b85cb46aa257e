import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { IconButton } from '../../../shared/ui/icon-button.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { PressureSettings } from './stroke-settings.ts'

/** A toggle as small as an icon: the row of options must fit into the width of a small screen. */
export function PressureSwitch({ settings, change }: ToolOptionsProps<PressureSettings>): ReactElement {
  const t = useTranslate()
  const { pressureSetsSize } = settings
  return (
    <IconButton
      icon="pressure"
      label={t('toolOption.pressure')}
      pressed={pressureSetsSize}
      onPress={() => change({ pressureSetsSize: !pressureSetsSize })}
    />
  )
}
