import { useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import type { ExemplarEntry, LabelsOrigin } from '../../../electron/contract/exemplar-library.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { className, shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { usePacks } from '../../synthesis/packs/packs-context.ts'
import { paletteRestored } from '../../model/palette/palette-slice.ts'
import { selectActiveClass, selectClasses } from '../../model/palette/palette-selectors.ts'
import type { Suitability } from '../../synthesis/exemplars/class-coverage.ts'
import { useCorrection } from '../correction/correction-context.ts'
import { photoLabels, type PhotoLabelParts } from '../correction/photo-labels.ts'
import styles from './exemplar-panel.module.css'
import { ExemplarDetailsDialog } from './exemplar-details-dialog.tsx'
import { classExemplarChosen, selectExemplarChoice } from '../../synthesis/exemplars/exemplar-slice.ts'
import { FrameDialog } from './framing/frame-dialog.tsx'
import { LoseLabelsDialog } from '../correction/lose-labels-dialog.tsx'
import { PhotosInUse } from './regions/photos-in-use.tsx'
import { RemoveExemplarDialog } from './remove-exemplar-dialog.tsx'
import { UnsuitedNotice } from './unsuited-notice.tsx'

const LABELS_FROM = {
  'by-hand': 'exemplar.labels.by-hand',
} as const satisfies Readonly<Record<LabelsOrigin, string>>

interface CurrentExemplarProps {
  readonly entries: readonly ExemplarEntry[]
  readonly fits: ReadonlyMap<string, Suitability>
}

/**
 * The chosen photo: what it shows, which classes of the layout it lacks, and from which other photos single classes
 * take their style.
 */
export function CurrentExemplar({ entries, fits }: CurrentExemplarProps): ReactElement {
  const t = useTranslate()
  const exemplars = useExemplars()
  const { library, active, takeAgain } = exemplars
  const packs = usePacks()
  const dispatch = useDispatch()
  const announcer = useAnnouncer()
  const correction = useCorrection()
  const [asked, setAsked] = useState<'details' | 'frame' | 'labelAnew' | 'remove'>()
  const status = useObservable(active.status)
  const manifest = useObservable(packs.manifest)
  const { primaryId } = useSelector(selectExemplarChoice)
  const classes = useSelector(selectClasses)
  const entry = entries.find(({ id }) => id === primaryId)
  if (entry === undefined) return <PhotosInUse entries={entries} />
  const takeFavourites: PhotoLabelParts['takeFavourites'] = (favouriteIds, { id }) => {
    if (packs.manifest.get()?.id === id) dispatch(paletteRestored({ favouriteIds }))
  }
  const labelAnew = async (): Promise<void> => {
    if (manifest === undefined) return
    await library.readings.readAnew(entry.id, manifest)
    await takeAgain()
  }
  // Only classes can be corrected; a pose has none.
  const labelling = manifest !== undefined && manifest.classes.length > 0 ? manifest : undefined
  const missing = (fits.get(entry.id)?.missingIds ?? []).flatMap((id) => classes.find((each) => each.id === id) ?? [])
  return (
    <div className={styles['current']}>
      <div className={styles['name']}>
        <span>{shippedTitle(t, entry)}</span>
        {labelling === undefined ? null : (
          <IconButton
            size="small"
            icon="brush"
            label={t('exemplar.correct')}
            onPress={() =>
              void correction.begin(photoLabels(entry, labelling, { exemplars, announcer, takeFavourites }))
            }
          />
        )}
        {labelling === undefined ? null : (
          <IconButton
            size="small"
            icon="magic"
            label={t('exemplar.labelAnew')}
            onPress={() =>
              void announcer.attempt(async () => {
                if (await library.readings.isCorrected(entry.id, labelling)) setAsked('labelAnew')
                else await labelAnew()
              })
            }
          />
        )}
        <IconButton size="small" icon="rotate" label={t('exemplar.frame')} onPress={() => setAsked('frame')} />
        <IconButton size="small" icon="more" label={t('exemplar.details')} onPress={() => setAsked('details')} />
        {entry.origin === 'own' ? (
          <IconButton size="small" icon="trash" label={t('exemplar.remove')} onPress={() => setAsked('remove')} />
        ) : null}
      </div>
      {entry.attribution === undefined ? null : <span className={styles['soft']}>{entry.attribution}</span>}
      {entry.labelsOrigin === undefined ? null : (
        <span className={styles['soft']}>{t(LABELS_FROM[entry.labelsOrigin])}</span>
      )}
      {status.kind === 'loading' ? <span className={styles['soft']}>{t('exemplar.loading')}</span> : null}
      <ClassBar id={entry.id} classes={classes} />
      <UnsuitedNotice id={entry.id} />
      {missing.length === 0 ? null : (
        <p className={styles['warning']}>
          <Icon name="warning" size={15} />
          {t('exemplar.missing', { names: missing.map(({ name }) => className(t, name)).join(', ') })}
        </p>
      )}
      <ClassExemplar entries={entries} />
      <PhotosInUse entries={entries} />
      {asked === 'details' ? <ExemplarDetailsDialog entry={entry} onClose={() => setAsked(undefined)} /> : null}
      {asked === 'frame' ? <FrameDialog entry={entry} onClose={() => setAsked(undefined)} /> : null}
      {asked === 'labelAnew' ? (
        <LoseLabelsDialog
          text={t('exemplar.loseCorrected')}
          onLose={() => {
            setAsked(undefined)
            void announcer.attempt(labelAnew)
          }}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
      {asked === 'remove' ? <RemoveExemplarDialog entry={entry} onClose={() => setAsked(undefined)} /> : null}
    </div>
  )
}

/** What a photo shows, as a bar of its classes. */
function ClassBar({
  id,
  classes,
}: {
  readonly id: string
  readonly classes: readonly PackClass[]
}): ReactElement | null {
  const t = useTranslate()
  const shares = useObservable(useExemplars().library.readings.shares).get(id)
  if (shares === undefined) return null
  const shown = classes.filter((entry) => (shares.get(entry.id) ?? 0) > 0.003)
  const text = shown
    .map(({ id: classId, name }) => `${className(t, name)} ${Math.round(100 * (shares.get(classId) ?? 0))} %`)
    .join(', ')
  return (
    <div className={styles['coverage']} role="img" aria-label={`${t('exemplar.shows')} ${text}`} title={text}>
      {shown.map(({ id: classId, colour }) => (
        <span
          key={classId}
          style={{ width: `${100 * (shares.get(classId) ?? 0)}%`, background: `rgb(${colour.join(' ')})` }}
        />
      ))}
    </div>
  )
}

/** The photo from which the active class takes its style. */
function ClassExemplar({ entries }: Pick<CurrentExemplarProps, 'entries'>): ReactElement | null {
  const t = useTranslate()
  const dispatch = useDispatch()
  const active = useSelector(selectActiveClass)
  const classes = useSelector(selectClasses)
  const { byClass, primaryId } = useSelector(selectExemplarChoice)
  if (active === undefined) return null
  const options = entries
    .filter(({ id }) => id !== primaryId)
    .map((entry) => ({ value: entry.id, label: shippedTitle(t, entry) }))
  const titleOf = (exemplarId: string | undefined): string => {
    const found = entries.find(({ id }) => id === exemplarId)
    return found === undefined ? '' : shippedTitle(t, found)
  }
  const assigned = classes.filter(({ id }) => byClass[id] !== undefined)
  return (
    <div className={styles['perClass']}>
      <Select
        label={t('exemplar.forClass', { name: className(t, active.name) })}
        value={byClass[active.id] ?? ''}
        options={[{ value: '', label: t('exemplar.likeTheRest') }, ...options]}
        onChange={(value) =>
          dispatch(classExemplarChosen({ classId: active.id, exemplarId: value === '' ? null : value }))
        }
      />
      {assigned.map(({ id, name }) => (
        <span key={id} className={styles['name']}>
          <span className={styles['soft']}>
            {t('exemplar.assigned', { name: className(t, name), title: titleOf(byClass[id]) })}
          </span>
          <IconButton
            size="small"
            icon="close"
            label={t('exemplar.unassign', { name: className(t, name) })}
            onPress={() => dispatch(classExemplarChosen({ classId: id, exemplarId: null }))}
          />
        </span>
      ))}
    </div>
  )
}
