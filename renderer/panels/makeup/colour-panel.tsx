import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import type { ColourShift } from '../../model/makeup/makeup-look.ts'
import { Slider } from '../../shared/ui/slider.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { Gesture } from './gesture.tsx'
import { useMakeUp } from './makeup-context.ts'
import styles from './makeup.module.css'
import { useLook } from './use-look.ts'

/** Whose skin tone is kept, whether the sides are swapped, and other colours for lips and lids than the exemplar's. */
export function ColourPanel(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const { tone, swapSides, shifts } = useLook()
  return (
    <Gesture className={styles['parts']}>
      <Switch
        label={t('makeup.keepTone')}
        checked={tone === 0}
        onChange={(kept) => studio.change('makeup.toneStep', { ...studio.look, tone: kept ? 0 : 1 })}
      />
      <Switch
        label={t('makeup.swapSides')}
        checked={swapSides}
        onChange={(swapped) => studio.change('makeup.swapSides', { ...studio.look, swapSides: swapped })}
      />
      <ShiftSliders
        title={t('makeup.lipColour')}
        shift={shifts.lips}
        onChange={(lips) =>
          studio.adjust('makeup.shiftStep', { ...studio.look, shifts: { ...studio.look.shifts, lips } })
        }
      />
      <ShiftSliders
        title={t('makeup.shadowColour')}
        shift={shifts.shadow}
        onChange={(shadow) =>
          studio.adjust('makeup.shiftStep', { ...studio.look, shifts: { ...studio.look.shifts, shadow } })
        }
      />
    </Gesture>
  )
}

const CHANNELS = [
  { channel: 'lightness', label: 'makeup.lighter', most: 50 },
  { channel: 'a', label: 'makeup.redder', most: 60 },
  { channel: 'b', label: 'makeup.warmer', most: 60 },
] as const

interface ShiftSlidersProps {
  readonly title: string
  readonly shift: ColourShift
  readonly onChange: (shift: ColourShift) => void
}

function ShiftSliders({ title, shift, onChange }: ShiftSlidersProps): ReactElement {
  const t = useTranslate()
  return (
    <fieldset className={styles['shift']}>
      <legend>{title}</legend>
      {CHANNELS.map(({ channel, label, most }) => (
        <Slider
          key={channel}
          label={t(label)}
          value={shift[channel]}
          min={-most}
          max={most}
          onChange={(value) => onChange({ ...shift, [channel]: value })}
        />
      ))}
    </fieldset>
  )
}
