import { useRef, type ReactElement } from 'react'
import { createPortal } from 'react-dom'
import { Provider } from 'react-redux'

import { EditorContext } from '../../painting/editor/editor-context.ts'
import { CommandsContext } from '../../shared/commands/commands-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { WorkspaceFrame } from '../../shared/workspace/workspace-frame.tsx'
import { Notices } from '../notices/notices.tsx'
import { useCorrection } from './correction-context.ts'
import { correctionWorkspace } from './correction-contributions.ts'
import styles from './correction-workspace.module.css'
import type { OpenCorrection } from './label-correction.ts'
import { useOwnWindow } from './use-own-window.ts'

/** The labels of a photo on the canvas, with the same tools; shown over the window while they are corrected. */
export function CorrectionWorkspace(): ReactElement | null {
  const open = useObservable(useCorrection().open)
  if (open === undefined) return null
  return createPortal(<OwnWindow key={open.subject.id} open={open} />, document.body)
}

/** Has its own store and editor, so that the document behind is not affected by what is painted here. */
function OwnWindow({ open }: { readonly open: OpenCorrection }): ReactElement {
  const root = useRef<HTMLDivElement>(null)
  useOwnWindow(root, '[role="application"]')
  return (
    <div ref={root} className={styles['window']} role="dialog" aria-modal="true" aria-label={open.subject.title}>
      <Provider store={open.store}>
        <EditorContext value={open.editor}>
          <CommandsContext value={open.registry}>
            <WorkspaceFrame workspace={correctionWorkspace} canvasElement="section" />
          </CommandsContext>
        </EditorContext>
      </Provider>
      <div className={styles['notices']}>
        <Notices />
      </div>
    </div>
  )
}
