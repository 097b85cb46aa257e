import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import type { ShapeSettings } from './shape-settings.ts'
import type { ToolOptionsProps } from './tool.ts'

export function ShapeOptions({ settings, change }: ToolOptionsProps<ShapeSettings>): ReactElement {
  const t = useTranslate()
  return (
    <Tabs
      label={t('toolOption.action')}
      value={settings.shapeAction}
      tabs={[
        { value: 'paint', label: t('toolOption.paint') },
        { value: 'select', label: t('toolOption.select') },
      ]}
      onChange={(shapeAction) => change({ shapeAction })}
    />
  )
}
