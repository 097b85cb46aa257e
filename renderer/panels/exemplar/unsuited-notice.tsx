import type { ReactElement } from 'react'

import type { PhotoSubject } from '../../../electron/contract/pack-facts.ts'
import { className, shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { usePacks } from '../../synthesis/packs/packs-context.ts'
import styles from './exemplar-panel.module.css'

/** What is said of photos of each subject, without and with a pack that is made for them. */
const SENTENCES = {
  face: { alone: 'exemplar.unsuited.face', other: 'exemplar.unsuitedOther.face' },
} as const satisfies Readonly<Record<PhotoSubject, unknown>>

/** As many classes as tell what a pack is for. */
const NAMED_CLASSES = 4

/** Says what the pack is for where the chosen photo is of something that it paints badly, and which pack is made for that. */
export function UnsuitedNotice({ id }: { readonly id: string }): ReactElement | null {
  const t = useTranslate()
  const packs = usePacks()
  const manifest = useObservable(packs.manifest)
  const installed = useObservable(packs.packs)
  const subject = useObservable(useExemplars().library.readings.unsuited).get(id)
  if (subject === undefined || manifest === undefined) return null
  const other = installed.find((pack) => pack.manifest.photoSubjects?.wanted.includes(subject) === true)
  const facts = {
    pack: shippedTitle(t, manifest),
    names: manifest.classes
      .slice(0, NAMED_CLASSES)
      .map(({ name }) => className(t, name))
      .join(', '),
  }
  return (
    <p className={styles['warning']}>
      <Icon name="warning" size={15} />
      {other === undefined
        ? t(SENTENCES[subject].alone, facts)
        : t(SENTENCES[subject].other, { ...facts, other: shippedTitle(t, other.manifest) })}
    </p>
  )
}
