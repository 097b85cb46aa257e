import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'

interface LoseLabelsDialogProps {
  /** What goes, in one sentence. */
  readonly text: string
  readonly onLose: () => void
  readonly onClose: () => void
}

/** Corrected labels are work of a person that no undo brings back: so it asks. */
export function LoseLabelsDialog({ text, onLose, onClose }: LoseLabelsDialogProps): ReactElement {
  const t = useTranslate()
  return (
    <Dialog
      title={t('exemplar.loseTitle')}
      onClose={onClose}
      width={400}
      actions={
        <>
          <Button tone="danger" onPress={onLose}>
            {t('exemplar.loseNow')}
          </Button>
          <Button tone="primary" focusOnShow onPress={onClose}>
            {t('exemplar.goBack')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
}
