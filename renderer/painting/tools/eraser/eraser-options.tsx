import type { ReactElement } from 'react'

import { PressureSwitch } from '../brush/pressure-switch.tsx'
import { SizeSlider } from '../size-slider.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { EraserSettings } from './eraser-settings.ts'

export function EraserOptions(props: ToolOptionsProps<EraserSettings>): ReactElement {
  return (
    <>
      <SizeSlider value={props.settings.eraserSize} onChange={(eraserSize) => props.change({ eraserSize })} />
      <PressureSwitch {...props} />
    </>
  )
}
