import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { Slider } from '../../../shared/ui/slider.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import { LinePartSelect } from './line-part-select.tsx'
import { MirrorSwitch } from './mirror-switch.tsx'
import type { PenSettings } from './pen-settings.ts'

export function PenOptions(props: ToolOptionsProps<PenSettings>): ReactElement {
  const { settings, change } = props
  const t = useTranslate()
  return (
    <>
      <LinePartSelect value={settings.linePart} onChange={(linePart) => change({ linePart })} />
      <Slider
        label={t('lines.smoothing')}
        value={settings.lineSmoothing}
        min={0}
        max={10}
        onChange={(lineSmoothing) => change({ lineSmoothing })}
      />
      <MirrorSwitch {...props} />
    </>
  )
}
