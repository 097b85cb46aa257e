import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { LARGEST_BRUSH, SMALLEST_BRUSH } from './brush-size.ts'
import styles from './size-slider.module.css'

interface SizeSliderProps {
  /** In document pixels. */
  readonly value: number
  readonly onChange: (size: number) => void
}

/** Sets the diameter of a tool whose cursor is a ring. */
export function SizeSlider({ value, onChange }: SizeSliderProps): ReactElement {
  const t = useTranslate()
  return (
    <div className={styles['size']}>
      <Slider
        label={t('toolOption.size')}
        value={value}
        min={SMALLEST_BRUSH}
        max={LARGEST_BRUSH}
        unit=" px"
        curve={2}
        onChange={onChange}
      />
    </div>
  )
}
