import { createContext, use, type ReactElement } from 'react'

import type { Recovery } from '../../../electron/contract/project-journal.ts'
import type { Translate } from '../../i18n/message.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import styles from './project-dialogs.module.css'
import type { RecoveryOffer } from './recovery-offer.ts'

export const RecoveryContext = createContext<RecoveryOffer | undefined>(undefined)

/** At the start, offers the documents of a session that crashed. */
export function RecoveryDialog(): ReactElement | null {
  const offer = use(RecoveryContext)
  return offer === undefined ? null : <RecoveryList offer={offer} />
}

function RecoveryList({ offer }: { readonly offer: RecoveryOffer }): ReactElement | null {
  const t = useTranslate()
  const recoveries = useObservable(offer.recoveries)
  if (recoveries.length === 0) return null
  return (
    <Dialog
      title={t('recovery.title')}
      width={560}
      onClose={() => offer.later()}
      actions={<Button onPress={() => offer.later()}>{t('recovery.later')}</Button>}
    >
      <p className={styles['text']}>{t('recovery.text')}</p>
      <ul className={styles['list']}>
        {recoveries.map((recovery, index) => (
          <li key={recovery.journalId} className={styles['item']}>
            <span className={styles['words']}>
              <span className={styles['name']}>{recovery.title}</span>
              <span className={styles['place']}>{detail(recovery, t)}</span>
            </span>
            <Button tone="danger" onPress={() => void offer.discard(recovery)}>
              {t(recovery.unreadable === true ? 'recovery.setAside' : 'recovery.discard')}
            </Button>
            {recovery.unreadable === true ? null : (
              <Button tone="primary" focusOnShow={index === 0} onPress={() => void offer.restore(recovery)}>
                {t('recovery.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function detail({ changedAt, changeCount, problem, unreadable }: Recovery, t: Translate): string {
  if (unreadable === true) return t('recovery.unreadable', { reason: problem ?? '' })
  const time = new Date(changedAt).toLocaleString(document.documentElement.lang)
  const kept = t('recovery.detail', { time, count: changeCount })
  return problem === undefined ? kept : `${kept}. ${t('recovery.incomplete')}`
}
