import type { ReactElement } from 'react'

import { CommandButton } from '../../shared/commands/command-button.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'

export function UndoButtons(): ReactElement {
  useObservable(useEditor().history)
  return (
    <>
      <CommandButton command="history.undo" icon="undo" />
      <CommandButton command="history.redo" icon="redo" />
    </>
  )
}
