import type { ReactElement } from 'react'

import type { BrushSizeSettings } from '../brush/stroke-settings.ts'
import { SizeSlider } from '../size-slider.tsx'
import type { ToolOptionsProps } from '../tool.ts'

export function LineOptions({ settings, change }: ToolOptionsProps<BrushSizeSettings>): ReactElement {
  return <SizeSlider value={settings.brushSize} onChange={(brushSize) => change({ brushSize })} />
}
