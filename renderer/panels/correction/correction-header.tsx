import { useState, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { useCorrection } from './correction-context.ts'
import styles from './correction-workspace.module.css'
import { LoseLabelsDialog } from './lose-labels-dialog.tsx'

/** Whose labels are corrected, and what to do. */
export function CorrectionTitle(): ReactElement {
  const open = useObservable(useCorrection().open)
  return (
    <>
      <h2 className={styles['title']}>{open?.subject.title}</h2>
      <span className={styles['hint']}>{open?.subject.hint}</span>
    </>
  )
}

/** The buttons that leave the correction; painted labels are not dropped without asking. */
export function CorrectionEnd(): ReactElement {
  const t = useTranslate()
  const correction = useCorrection()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onPress={() => (correction.hasChanges ? setAsking(true) : correction.cancel())}>
        {t('shell.cancel')}
      </Button>
      <Button tone="primary" onPress={() => void correction.keep()}>
        {t(correction.open.get()?.subject.keepTitle ?? 'exemplar.keepLabels')}
      </Button>
      {asking ? (
        <LoseLabelsDialog
          text={t('exemplar.loseChanges')}
          onLose={() => correction.cancel()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
