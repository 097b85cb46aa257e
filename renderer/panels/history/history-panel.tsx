import { useEffect, useRef, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { PlainMessageKey, Translate } from '../../i18n/message.ts'
import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { classNames } from '../../shared/ui/class-names.ts'
import { describeStep, type StepDescription, type StepPlace } from '../../model/history/describe-step.ts'
import type { HistoryEntry } from '../../model/history/history-change.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import styles from './history-panel.module.css'
import { StepThumbnail } from './step-thumbnail.tsx'

/**
 * The list shows at most this many steps before and after the present one; thousands of rows would slow down every
 * stroke.
 */
const SHOWN = 60

/** The steps that were done and undone; a click goes to one. */
export function HistoryPanel(): ReactElement {
  const t = useTranslate()
  const { history, tools } = useEditor()
  const classes = useSelector(selectClasses)
  const { entries, position, bytes } = useObservable(history)
  const list = useRef<HTMLUListElement>(null)
  const first = Math.max(0, Math.min(position - SHOWN / 2, entries.length - SHOWN))
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [position, entries])
  const goTo = (target: number): void => {
    tools.complete()
    history.goTo(target)
  }
  return (
    <>
      <ul ref={list} className={styles['list']}>
        {first === 0 ? (
          <Step title={t('history.start')} now={position === 0} undone={false} onPress={() => goTo(0)} />
        ) : null}
        {entries.slice(first, first + SHOWN).map((entry, offset) => {
          const done = first + offset + 1
          return (
            <Step
              key={entry.id}
              title={stepTitle(entry, classes, t)}
              thumbnail={describeStep(entry)?.thumbnail}
              now={done === position}
              undone={done > position}
              onPress={() => goTo(done)}
            />
          )
        })}
      </ul>
      <p className={styles['usage']}>{t('history.usage', { steps: entries.length, size: sizeText(bytes) })}</p>
    </>
  )
}

interface StepProps {
  readonly title: string
  readonly thumbnail?: StepDescription['thumbnail'] | undefined
  readonly now: boolean
  readonly undone: boolean
  readonly onPress: () => void
}

function Step({ title, thumbnail, now, undone, onPress }: StepProps): ReactElement {
  return (
    <li>
      <button
        type="button"
        className={classNames(styles['step'], now && styles['now'], undone && styles['undone'])}
        aria-current={now ? 'step' : undefined}
        onClick={onPress}
      >
        {thumbnail === undefined ? null : <StepThumbnail thumbnail={thumbnail} />}
        <span className={styles['words']}>{title}</span>
      </button>
    </li>
  )
}

/** What was done, with which class and where: "Brush: water, lower left". */
function stepTitle(entry: HistoryEntry, classes: readonly PackClass[], t: Translate): string {
  const step = t(entry.title)
  const described = describeStep(entry)
  if (described === undefined) return step
  const { classId, place } = described
  const where = t(placeKeys[`${place.row} ${place.column}`])
  const painted = classes.find(({ id }) => id === classId)
  if (painted === undefined) return t('history.cleared', { step, place: where })
  return t('history.painted', { step, name: className(t, painted.name), place: where })
}

const placeKeys: Readonly<Record<`${StepPlace['row']} ${StepPlace['column']}`, PlainMessageKey>> = {
  'upper left': 'history.upperLeft',
  'upper middle': 'history.upper',
  'upper right': 'history.upperRight',
  'middle left': 'history.left',
  'middle middle': 'history.middle',
  'middle right': 'history.right',
  'lower left': 'history.lowerLeft',
  'lower middle': 'history.lower',
  'lower right': 'history.lowerRight',
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
