import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useMakeUp } from './makeup-context.ts'
import styles from './makeup.module.css'

/** Whether the picture is up to date. */
export function MakeUpPill(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const busy = useObservable(studio.live.busy)
  const found = useObservable(studio.faces).length > 0
  return (
    <span className={styles['soft']} data-testid="makeup-state" data-busy={busy}>
      {busy ? t(found ? 'makeup.working' : 'makeup.looking') : ''}
    </span>
  )
}
