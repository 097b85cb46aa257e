import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'

interface LoseLabelsDialogProps {
  /** What would be lost, in one sentence. */
  readonly text: string
  readonly onLose: () => void
  readonly onClose: () => void
}

/** Asks before corrected labels are dropped: they are somebody's work, and undo cannot bring them back. */
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
