import { createContext, use, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import styles from './project-dialogs.module.css'
import type { RecoveryOffer } from './recovery-offer.ts'

export const RecoveryContext = createContext<RecoveryOffer | undefined>(undefined)

/** Offers documents of a session that ended badly, at the start. */
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
              <span className={styles['place']}>
                {t('recovery.detail', {
                  time: new Date(recovery.changedAt).toLocaleString(document.documentElement.lang),
                  count: recovery.changeCount,
                })}
              </span>
            </span>
            <Button tone="danger" onPress={() => void offer.discard(recovery)}>
              {t('recovery.discard')}
            </Button>
            <Button tone="primary" focusOnShow={index === 0} onPress={() => void offer.restore(recovery)}>
              {t('recovery.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
