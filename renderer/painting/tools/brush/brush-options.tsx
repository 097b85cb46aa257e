import type { ReactElement } from 'react'

import { SizeSlider } from '../size-slider.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import { PressureSwitch } from './pressure-switch.tsx'
import type { BrushSizeSettings, PressureSettings } from './stroke-settings.ts'

export function BrushOptions(props: ToolOptionsProps<BrushSizeSettings & PressureSettings>): ReactElement {
  return (
    <>
      <SizeSlider value={props.settings.brushSize} onChange={(brushSize) => props.change({ brushSize })} />
      <PressureSwitch {...props} />
    </>
  )
}
