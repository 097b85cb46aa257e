import { useEffect, useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { className, shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { showsClass } from '../../synthesis/exemplars/class-coverage.ts'
import { classLent } from '../../synthesis/exemplars/exemplar-slice.ts'
import { ExemplarThumbnail } from '../../synthesis/exemplars/exemplar-thumbnail.tsx'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { suitedExemplars } from '../../synthesis/exemplars/suited-exemplars.ts'
import { usePacks } from '../../synthesis/packs/packs-context.ts'
import { usePhotoEditing } from '../../synthesis/photo-edit/photo-editing-context.ts'
import styles from './photo-edit.module.css'

/**
 * Asks for another photo as soon as a class is painted that this photo lacks. After the answer "without" it does not
 * ask for that class again.
 */
export function LendDialog(): ReactElement | null {
  const editing = usePhotoEditing()
  const lacking = useObservable(editing.lacking)
  const { phase } = useObservable(editing.making)
  const photoId = useObservable(editing.open)?.photo.id
  const [declined, setDeclined] = useState<{ readonly photoId: string | undefined; readonly ids: readonly number[] }>({
    photoId: undefined,
    ids: [],
  })
  const asked = declined.photoId === photoId ? declined.ids : []
  const classId = lacking.find((id) => !asked.includes(id))
  // A user with the pen down must not be asked anything.
  if (classId === undefined || phase === 'waiting') return null
  const done = (): void => setDeclined({ photoId, ids: [...asked, classId] })
  return <ChooseLender key={classId} classId={classId} onDone={done} />
}

interface ChooseLenderProps {
  readonly classId: number
  readonly onDone: () => void
}

/** The photos of the library, those that show most of a class first. */
export function ChooseLender({ classId, onDone }: ChooseLenderProps): ReactElement | null {
  const t = useTranslate()
  const dispatch = useDispatch()
  const announcer = useAnnouncer()
  const { library } = useExemplars()
  const manifest = useObservable(usePacks().manifest)
  const entries = suitedExemplars(useObservable(library.entries), manifest)
  const shares = useObservable(library.readings.shares)
  const entry = useSelector(selectClasses).find(({ id }) => id === classId)
  useEffect(() => {
    if (manifest === undefined) return
    const looking = new AbortController()
    const lookAtAll = async (): Promise<void> => {
      for (const { id } of suitedExemplars(library.entries.get(), manifest)) {
        if (looking.signal.aborted) return
        await library.readings.of(id, manifest, looking.signal).catch(() => undefined)
      }
    }
    void lookAtAll()
    return () => looking.abort()
  }, [library, manifest])
  if (entry === undefined) return null
  const name = className(t, entry.name)
  const shareOf = (id: string): number | undefined => shares.get(id)?.get(classId)
  const ranked = entries
    // Photos that are known not to show the class are left out.
    .filter(({ id }) => {
      const known = shares.get(id)
      return known === undefined || showsClass(known, classId)
    })
    .toSorted((one, other) => (shareOf(other.id) ?? -1) - (shareOf(one.id) ?? -1))
  const choose = (exemplarId: string): void => {
    dispatch(classLent({ classId, exemplarId }))
    onDone()
  }
  const add = async (): Promise<void> => {
    const [first] = (await announcer.attempt(() => library.addByDialog())) ?? []
    if (first !== undefined) choose(first.id)
  }
  return (
    <Dialog
      title={t('photoEdit.lacks', { name })}
      width={560}
      onClose={onDone}
      actions={
        <>
          <Button onPress={() => void add()}>{t('photoEdit.addPhoto')}</Button>
          <Button focusOnShow onPress={onDone}>
            {t('photoEdit.without')}
          </Button>
        </>
      }
    >
      <p className={styles['hint']}>{t('photoEdit.lacksText', { name })}</p>
      <ul className={styles['choices']} aria-label={t('exemplar.library')}>
        {ranked.map((photo) => {
          const share = shareOf(photo.id)
          const words =
            share === undefined
              ? t('photoEdit.unknownShare')
              : t('photoEdit.showsShare', { percent: Math.round(100 * share), name })
          return (
            <li key={photo.id}>
              <button
                type="button"
                className={styles['choice']}
                aria-label={`${shippedTitle(t, photo)} · ${words}`}
                onClick={() => choose(photo.id)}
              >
                <ExemplarThumbnail id={photo.id} />
                {words}
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
