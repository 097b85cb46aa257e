import type { ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { layerExemplarsRenamed } from '../../model/document/document-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { exemplarForgotten } from '../../synthesis/exemplars/exemplar-slice.ts'

interface RemoveExemplarDialogProps {
  readonly entry: ExemplarEntry
  readonly onClose: () => void
}

/** Asks before a photo is removed: its corrected labels are lost with it, and undo cannot bring them back. */
export function RemoveExemplarDialog({ entry, onClose }: RemoveExemplarDialogProps): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { library } = useExemplars()
  const announcer = useAnnouncer()
  const remove = async (): Promise<void> => {
    await announcer.attempt(async () => {
      dispatch(exemplarForgotten(entry.id))
      dispatch(layerExemplarsRenamed({ [entry.id]: null }))
      await library.remove(entry.id)
    })
    onClose()
  }
  return (
    <Dialog
      title={t('exemplar.removeTitle', { title: entry.title })}
      onClose={onClose}
      width={400}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
          <Button tone="danger" focusOnShow onPress={() => void remove()}>
            {t('exemplar.removeNow')}
          </Button>
        </>
      }
    >
      <p>{t('exemplar.removeText')}</p>
    </Dialog>
  )
}
