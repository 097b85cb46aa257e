import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Tabs } from '../../shared/ui/tabs.tsx'
import { useMakeUp } from './makeup-context.ts'
import styles from './makeup.module.css'
import { noticeText } from './notice-text.ts'

/** The faces that were found, and notes about them. */
export function FacesPanel(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const faces = useObservable(studio.faces)
  const face = useObservable(studio.face)
  const notices = useObservable(studio.notices)
  const busy = useObservable(studio.live.busy)
  const photo = useObservable(studio.photo)
  return (
    <div className={styles['parts']}>
      {faces.length > 1 ? (
        <>
          <Tabs
            label={t('makeup.faces')}
            value={String(face)}
            tabs={faces.map((_face, index) => ({
              value: String(index),
              label: t('makeup.faceNumber', { number: index + 1 }),
            }))}
            onChange={(value) => studio.face.set(Number(value))}
          />
          <Button onPress={() => studio.giveToAll()}>{t('makeup.toAll')}</Button>
        </>
      ) : (
        <FaceCount count={faces.length} busy={busy} hasPhoto={photo !== undefined} />
      )}
      <div role="status">
        {notices.map((notice) => {
          const text = noticeText(t, notice)
          return (
            <p key={text} className={styles['notice']}>
              {text}
            </p>
          )
        })}
      </div>
    </div>
  )
}

interface FaceCountProps {
  readonly count: number
  readonly busy: boolean
  readonly hasPhoto: boolean
}

/** Where a photo shows nobody, the notice below says so. */
function FaceCount({ count, busy, hasPhoto }: FaceCountProps): ReactElement | null {
  const t = useTranslate()
  if (count === 0 && hasPhoto && !busy) return null
  return (
    <p className={styles['soft']}>{t(count === 1 ? 'makeup.oneFace' : busy ? 'makeup.looking' : 'makeup.noPhoto')}</p>
  )
}
