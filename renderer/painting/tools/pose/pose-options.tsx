import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { Switch } from '../../../shared/ui/switch.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { PoseSettings } from './pose-settings.ts'

export function PoseOptions({ settings, change }: ToolOptionsProps<PoseSettings>): ReactElement {
  const t = useTranslate()
  return (
    <>
      <Switch
        label={t('pose.lockBones')}
        checked={settings.lockBones}
        onChange={(lockBones) => change({ lockBones })}
      />
      <Switch
        label={t('pose.onionSkin')}
        checked={settings.onionSkin}
        onChange={(onionSkin) => change({ onionSkin })}
      />
    </>
  )
}
