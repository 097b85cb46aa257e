import { useState, type ReactElement } from 'react'

import type { MakeupPart } from '../../../electron/contract/makeup-parts.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { onlyPart, withPart } from '../../model/makeup/makeup-look.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { Gesture } from './gesture.tsx'
import { useMakeUp } from './makeup-context.ts'
import styles from './makeup.module.css'
import { partNames, SHOWN_PARTS } from './part-names.ts'
import { useLook } from './use-look.ts'
import { useSources } from './use-sources.ts'

const MOST = 150

/** How much of each part the chosen face wears, and from which photo. */
export function PartsPanel(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const look = useLook()
  const [asked, setAsked] = useState<boolean>()
  // One photo for all parts is usual, and six choices of it would push the sliders out of sight.
  const chooses = asked ?? new Set(Object.values(look.parts).map(({ source }) => source)).size > 1
  return (
    <Gesture className={styles['parts']}>
      <Slider
        label={t('makeup.strength')}
        value={Math.round(look.strength * 100)}
        min={0}
        max={MOST}
        unit=" %"
        onChange={(percent) => studio.adjust('makeup.strengthStep', { ...studio.look, strength: percent / 100 })}
      />
      {SHOWN_PARTS.map((part) => (
        <PartRow key={part} part={part} chooses={chooses} />
      ))}
      <Switch label={t('makeup.apart')} checked={chooses} onChange={setAsked} />
    </Gesture>
  )
}

interface PartRowProps {
  readonly part: MakeupPart
  /** Whether the photo that the part is from can be chosen. */
  readonly chooses: boolean
}

function PartRow({ part, chooses }: PartRowProps): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const { strength, source } = useLook().parts[part]
  const name = t(partNames[part])
  const sources = useSources()
  const options = [
    { value: '', label: t('makeup.nothing') },
    { value: 'bare', label: t('makeup.bare') },
    ...sources.map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <div className={styles['part']} role="group" aria-label={name}>
      <Slider
        label={name}
        value={Math.round(strength * 100)}
        min={0}
        max={MOST}
        unit=" %"
        onChange={(percent) =>
          studio.adjust('makeup.strengthStep', withPart(studio.look, part, { strength: percent / 100 }))
        }
      />
      <IconButton
        size="small"
        icon="target"
        label={t('makeup.only', { part: name })}
        onPress={() => studio.change('makeup.onlyStep', onlyPart(studio.look, part))}
      />
      {chooses ? (
        <Select
          label={t('makeup.partFrom', { part: name })}
          hideLabel
          value={source ?? ''}
          options={options}
          onChange={(value) =>
            studio.change('makeup.sourceStep', withPart(studio.look, part, { source: value === '' ? null : value }))
          }
        />
      ) : null}
    </div>
  )
}
