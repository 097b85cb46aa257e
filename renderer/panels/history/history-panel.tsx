import { useEffect, useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { classNames } from '../../shared/ui/class-names.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import styles from './history-panel.module.css'

/** The list shows this many steps at most around the present; thousands of rows would slow every stroke. */
const SHOWN = 60

/** The steps done and undone; a click goes there. */
export function HistoryPanel(): ReactElement {
  const t = useTranslate()
  const { history, tools } = useEditor()
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
              title={t(entry.title)}
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
  readonly now: boolean
  readonly undone: boolean
  readonly onPress: () => void
}

function Step({ title, now, undone, onPress }: StepProps): ReactElement {
  return (
    <li>
      <button
        type="button"
        className={classNames(styles['step'], now && styles['now'], undone && styles['undone'])}
        aria-current={now ? 'step' : undefined}
        onClick={onPress}
      >
        {title}
      </button>
    </li>
  )
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
