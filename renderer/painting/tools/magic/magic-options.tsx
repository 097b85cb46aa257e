import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { Slider } from '../../../shared/ui/slider.tsx'
import { Tabs } from '../../../shared/ui/tabs.tsx'
import { ShapeOptions } from '../shape-options.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { MagicSettings } from './magic-settings.ts'

export function MagicOptions(props: ToolOptionsProps<MagicSettings>): ReactElement {
  const { settings, change } = props
  const t = useTranslate()
  return (
    <>
      <ShapeOptions {...props} />
      <Tabs
        label={t('toolOption.magicMode')}
        value={settings.magicMode}
        tabs={[
          { value: 'superpixels', label: t('toolOption.superpixels') },
          { value: 'similar', label: t('toolOption.similar') },
        ]}
        onChange={(magicMode) => change({ magicMode })}
      />
      {settings.magicMode === 'superpixels' ? (
        <Slider
          label={t('toolOption.detail')}
          value={settings.superpixelSize}
          min={6}
          max={64}
          unit=" px"
          onChange={(superpixelSize) => change({ superpixelSize })}
        />
      ) : (
        <Slider
          label={t('toolOption.tolerance')}
          value={settings.magicTolerance}
          min={1}
          max={60}
          onChange={(magicTolerance) => change({ magicTolerance })}
        />
      )}
    </>
  )
}
