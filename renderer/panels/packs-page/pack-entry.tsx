import { useState, type ReactElement } from 'react'

import type { PackListing } from '../../../electron/contract/system-facts.ts'
import { packDescription, shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { byteText } from '../../shared/lib/byte-text.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { usePacks } from '../../synthesis/packs/packs-context.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useSettingsChange } from '../../shared/settings/use-settings-change.ts'
import { drawnKind } from '../../synthesis/conditions/condition-table.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { ModelCard } from './model-card.tsx'
import styles from './packs-page.module.css'

interface PackEntryProps {
  readonly listing: PackListing
  readonly onRemoved: () => void
}

/** One pack with what can be done to it. */
export function PackEntry({ listing, onRemoved }: PackEntryProps): ReactElement {
  const t = useTranslate()
  const shell = useShell()
  const announcer = useAnnouncer()
  const packs = usePacks()
  const used = useObservable(packs.manifest)?.id === listing.manifest.id
  const change = useSettingsChange()
  const [card, setCard] = useState<string>()
  const [checking, setChecking] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { manifest, origin, bytes, folder } = listing
  const title = shippedTitle(t, manifest)
  const fail = (error: unknown): void => announcer.fail(error)
  const verify = (): void => {
    setChecking(true)
    shell
      .verifyPack(manifest.id)
      .then(() => announcer.tell('success', 'packs.whole', { title }), fail)
      .finally(() => setChecking(false))
  }
  const use = (): void => {
    packs.choose(manifest.id)
    change({ packId: manifest.id })
  }
  const toggleCard = (): void => {
    if (card !== undefined) setCard(undefined)
    else shell.readModelCard(manifest.id).then(setCard, fail)
  }
  const remove = (): void => {
    if (removing) {
      shell
        .removePack(manifest.id)
        // If the pack in use was removed, another one is chosen.
        .then(() => packs.load())
        .then(onRemoved, fail)
    } else setRemoving(true)
  }
  return (
    <section className={styles['pack']} aria-label={title}>
      <header className={styles['head']}>
        <h3>{title}</h3>
        <span>{`${manifest.id} ${manifest.version}`}</span>
      </header>
      <p>{packDescription(t, manifest)}</p>
      <dl className={styles['facts']}>
        <Fact name={t('packs.origin')} value={origin === 'shipped' ? t('packs.shipped') : t('packs.imported')} />
        <Fact name={t('packs.size')} value={byteText(bytes)} />
        <Fact name={t('packs.classes')} value={manifest.classes.length === 0 ? '—' : String(manifest.classes.length)} />
        <Fact name={t('packs.licence')} value={manifest.licence.name} />
        <Fact name={t('packs.folder')} value={folder} />
      </dl>
      <div className={styles['actions']}>
        {drawnKind(manifest) !== undefined ? (
          <Button disabled={used} onPress={use}>
            {used ? t('packs.used') : t('packs.use')}
          </Button>
        ) : null}
        <Button disabled={checking} onPress={verify}>
          {checking ? t('packs.checking') : t('packs.verify')}
        </Button>
        <Button onPress={toggleCard}>{card === undefined ? t('packs.showCard') : t('packs.hideCard')}</Button>
        {origin === 'imported' ? (
          <Button tone="danger" onPress={remove}>
            {removing ? t('packs.removeSure') : t('packs.remove')}
          </Button>
        ) : null}
      </div>
      {card === undefined ? null : card === '' ? <p>{t('packs.noCard')}</p> : <ModelCard markdown={card} />}
      {card === undefined || manifest.licence.notice === '' ? null : (
        <p className={styles['notice']}>{manifest.licence.notice}</p>
      )}
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
