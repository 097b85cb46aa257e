import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useEditor } from '../editor/editor-context.ts'

export function UndoButtons(): ReactElement {
  const t = useTranslate()
  const editor = useEditor()
  useObservable(editor.history)
  return (
    <>
      <IconButton
        icon="undo"
        label={t('history.undo')}
        shortcut="Ctrl+Z"
        disabled={!editor.history.canUndo}
        onPress={() => editor.undo()}
      />
      <IconButton
        icon="redo"
        label={t('history.redo')}
        shortcut="Ctrl+Shift+Z"
        disabled={!editor.history.canRedo}
        onPress={() => editor.redo()}
      />
    </>
  )
}
