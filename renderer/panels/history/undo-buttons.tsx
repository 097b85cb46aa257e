import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'

export function UndoButtons(): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const editor = useEditor()
  useObservable(editor.history)
  return (
    <>
      <IconButton
        icon="undo"
        label={t('history.undo')}
        shortcut={keys('history.undo')}
        disabled={!editor.history.canUndo}
        onPress={() => editor.undo()}
      />
      <IconButton
        icon="redo"
        label={t('history.redo')}
        shortcut={keys('history.redo')}
        disabled={!editor.history.canRedo}
        onPress={() => editor.redo()}
      />
    </>
  )
}
