import type { ReactElement } from 'react'

import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { LARGEST_SIDE, SIDE_MULTIPLE, SMALLEST_SIDE } from '../../model/document/document-structure.ts'
import { Slider } from '../../shared/ui/slider.tsx'

const SIDE = { min: SMALLEST_SIDE, max: LARGEST_SIDE, step: SIDE_MULTIPLE, unit: ' px' }

/** Width and height of a document, in pixels. */
export function SizeSliders({
  size,
  onChange,
}: {
  readonly size: ImageSize
  readonly onChange: (size: ImageSize) => void
}): ReactElement {
  const t = useTranslate()
  return (
    <>
      <Slider
        label={t('project.width')}
        value={size.width}
        {...SIDE}
        onChange={(width) => onChange({ ...size, width })}
      />
      <Slider
        label={t('project.height')}
        value={size.height}
        {...SIDE}
        onChange={(height) => onChange({ ...size, height })}
      />
    </>
  )
}
