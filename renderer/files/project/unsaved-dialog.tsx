import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useProject } from './project-context.ts'

/** Asks before unsaved changes are dropped; Escape keeps the document open. */
export function UnsavedDialog(): ReactElement | null {
  const t = useTranslate()
  const question = useObservable(useProject().commands.question)
  if (question === undefined) return null
  const { name, answer } = question
  return (
    <Dialog
      title={t('project.unsavedTitle')}
      width={440}
      onClose={() => answer('stay')}
      actions={
        <>
          <Button tone="danger" onPress={() => answer('discard')}>
            {t('project.discard')}
          </Button>
          <Button onPress={() => answer('stay')}>{t('shell.cancel')}</Button>
          <Button tone="primary" focusOnShow onPress={() => answer('save')}>
            {t('project.save')}
          </Button>
        </>
      }
    >
      <p>{t('project.unsavedText', { name: name || t('project.untitled') })}</p>
    </Dialog>
  )
}
