import type { ReactElement } from 'react'

import { usePhotoOpening } from '../../files/photo-edit/photo-opening-context.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import styles from './photo-edit.module.css'

/** Shown while a photo is being read and labelled. */
export function OpeningDialog(): ReactElement | null {
  const t = useTranslate()
  const underWay = useObservable(usePhotoOpening().underWay)
  if (underWay === undefined) return null
  return (
    <Dialog
      title={t('photoEdit.opening', { name: underWay.name })}
      width={380}
      onClose={underWay.cancel}
      actions={<Button onPress={underWay.cancel}>{t('shell.cancel')}</Button>}
    >
      <p className={styles['hint']}>{t('photoEdit.labelling')}</p>
      <progress className={styles['progress']} aria-label={t('photoEdit.labelling')} />
    </Dialog>
  )
}
