import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { Switch } from '../../../shared/ui/switch.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { MirrorSettings } from './pen-settings.ts'

export function MirrorSwitch({ settings, change }: ToolOptionsProps<MirrorSettings>): ReactElement {
  const t = useTranslate()
  return (
    <Switch
      label={t('lines.mirror')}
      checked={settings.mirrorsLines}
      onChange={(mirrorsLines) => change({ mirrorsLines })}
    />
  )
}
