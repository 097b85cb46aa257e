import type { ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useProject } from './project-context.ts'
import { RecentProjectsList } from './recent-projects-list.tsx'

/** The projects opened or saved before, and a button to open any other. */
export function RecentProjectsDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { commands } = useProject()
  const close = (): void => void dispatch(dialogClosed())
  return (
    <Dialog
      title={t('project.recent')}
      width={560}
      onClose={close}
      actions={
        <Button
          onPress={() => {
            close()
            void commands.openDialog()
          }}
        >
          {t('project.openOther')}
        </Button>
      }
    >
      <RecentProjectsList onOpen={close} />
    </Dialog>
  )
}
