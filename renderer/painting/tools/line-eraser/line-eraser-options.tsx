import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { Tabs } from '../../../shared/ui/tabs.tsx'
import { MirrorSwitch } from '../pen/mirror-switch.tsx'
import { SizeSlider } from '../size-slider.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { LineEraserSettings } from './line-eraser-settings.ts'

export function LineEraserOptions(props: ToolOptionsProps<LineEraserSettings>): ReactElement {
  const { settings, change } = props
  const t = useTranslate()
  return (
    <>
      <Tabs
        label={t('lines.eraserTakes')}
        value={settings.lineEraserTakes}
        tabs={[
          { value: 'pieces', label: t('lines.eraserPieces') },
          { value: 'lines', label: t('lines.eraserLines') },
        ]}
        onChange={(lineEraserTakes) => change({ lineEraserTakes })}
      />
      <SizeSlider value={settings.lineEraserSize} onChange={(lineEraserSize) => change({ lineEraserSize })} />
      <MirrorSwitch {...props} />
    </>
  )
}
