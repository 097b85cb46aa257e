import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import type { Backdrop } from '../../../electron/contract/generation-request.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { currentPose } from '../../model/document/current-pose.ts'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Select } from '../../shared/ui/select.tsx'
import { usePacks } from '../../synthesis/packs/packs-context.ts'
import styles from './pose-panel.module.css'

type Choice = Backdrop['kind'] | 'filled'

const CHOICES: Readonly<Record<Choice, PlainMessageKey>> = {
  kept: 'pose.backgroundKept',
  filled: 'pose.backgroundFilled',
  plain: 'pose.backgroundPlain',
}
/** A light grey, as in a photographer's studio. */
const FIRST_COLOUR: [number, number, number] = [222, 222, 220]

/** What lies behind the painted person. */
export function BackgroundPanel(): ReactElement {
  const t = useTranslate()
  const { poses } = useEditor()
  const manifest = useObservable(usePacks().manifest)
  const layer = currentPose(useSelector(selectDocument))
  if (layer === undefined) return <p className={styles['text']}>{t('pose.empty')}</p>
  if (manifest?.figureAnnotator === undefined) return <p className={styles['text']}>{t('pose.backgroundNone')}</p>
  const { backdrop } = layer
  const choose = (choice: Choice): void => {
    if (choice === 'plain') poses.setBackdrop({ kind: 'plain', colour: FIRST_COLOUR })
    else poses.setBackdrop(choice === 'kept' ? { kind: 'kept' } : undefined)
  }
  return (
    <>
      <Select
        hideLabel
        label={t('pose.background')}
        value={backdrop?.kind ?? 'filled'}
        options={(['kept', 'filled', 'plain'] as const).map((value) => ({ value, label: t(CHOICES[value]) }))}
        onChange={choose}
      />
      {backdrop?.kind !== 'plain' ? null : (
        <label className={styles['colour']}>
          <span className={styles['text']}>{t('pose.backgroundColour')}</span>
          <input
            type="color"
            value={hexOf(backdrop.colour)}
            onChange={(event) => poses.setBackdrop({ kind: 'plain', colour: colourOf(event.target.value) })}
          />
        </label>
      )}
    </>
  )
}

function hexOf(colour: readonly number[]): string {
  return `#${colour.map((level) => level.toString(16).padStart(2, '0')).join('')}`
}

/** Of `#rrggbb`, which is what the field gives. */
function colourOf(hex: string): [number, number, number] {
  const level = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) || 0
  return [level(1), level(3), level(5)]
}
