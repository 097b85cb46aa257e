import type { ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { RecentProjectsList } from '../../files/project/recent-projects-list.tsx'
import { useTranslate } from '../../i18n/translation.tsx'
import { dialogClosed, dialogOpened } from '../../shared/dialogs/dialog-slice.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useSettings } from '../../shared/settings/settings-context.ts'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import { usePacks } from '../../synthesis/packs/packs-context.ts'
import styles from './start-dialog.module.css'
import { useStartOffers, type StartOffer } from './start-context.ts'

const RECENT_COUNT = 4

/** What the installed packs can do, and the recent projects. */
export function StartDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const offers = useStartOffers()
  const packs = useObservable(usePacks().packs)
  const { startScreen } = useSettings()
  const change = useSettingsChange()
  const close = (): void => void dispatch(dialogClosed())
  const take = (offer: StartOffer): void => {
    close()
    offer.run()
  }
  return (
    <Dialog
      title={t('start.title')}
      width={680}
      onClose={close}
      actions={
        <div className={styles['foot']}>
          <Switch
            label={t('start.showAtStart')}
            checked={startScreen}
            onChange={(shown) => change({ startScreen: shown })}
          />
          <Button onPress={() => dispatch(dialogOpened('packs'))}>{t('packs.title')}</Button>
        </div>
      }
    >
      <ul className={styles['offers']} aria-label={t('start.offers')}>
        {offers.map((offer, index) => {
          const ready = offer.isReady(packs)
          return (
            <li key={offer.id}>
              <button
                type="button"
                className={styles['offer']}
                disabled={!ready}
                data-focus-on-show={index === 0 ? true : undefined}
                onClick={() => take(offer)}
              >
                <Icon name={offer.icon} size={28} />
                <span className={styles['name']}>{t(offer.title)}</span>
                <span className={styles['text']}>{t(ready ? offer.text : 'start.packMissing')}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <h3 className={styles['heading']}>{t('project.recent')}</h3>
      <RecentProjectsList limit={RECENT_COUNT} onOpen={close} />
    </Dialog>
  )
}
