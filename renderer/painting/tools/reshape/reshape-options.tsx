import type { ReactElement } from 'react'

import { LinePartSelect } from '../pen/line-part-select.tsx'
import { SizeSlider } from '../size-slider.tsx'
import type { ToolOptionsProps } from '../tool.ts'
import type { ReshapeSettings } from './reshape-settings.ts'

export function ReshapeOptions({ settings, change }: ToolOptionsProps<ReshapeSettings>): ReactElement {
  return (
    <>
      <SizeSlider value={settings.reshapeSize} onChange={(reshapeSize) => change({ reshapeSize })} />
      <LinePartSelect value={settings.linePart} onChange={(linePart) => change({ linePart })} />
    </>
  )
}
