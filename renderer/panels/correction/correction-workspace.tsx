import { useRef, useState, type ReactElement } from 'react'
import { createPortal } from 'react-dom'
import { Provider } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { CanvasArea } from '../../painting/canvas/canvas-area.tsx'
import { CursorStatus } from '../../painting/canvas/cursor-status.tsx'
import { CommandsContext } from '../../shared/commands/commands-context.ts'
import { EditorContext } from '../../painting/editor/editor-context.ts'
import { UndoButtons } from '../history/undo-buttons.tsx'
import { Notices } from '../notices/notices.tsx'
import { PalettePanel } from '../palette/palette-panel.tsx'
import { ToolBar } from '../tools/tool-bar.tsx'
import { ToolHint } from '../tools/tool-hint.tsx'
import { ToolOptions } from '../tools/tool-options.tsx'
import { ViewControls } from '../../painting/canvas/view-controls.tsx'
import { LoseLabelsDialog } from './lose-labels-dialog.tsx'
import { useCorrection } from './correction-context.ts'
import styles from './correction-workspace.module.css'
import type { LabelCorrection, OpenCorrection } from './label-correction.ts'
import { LabelsOpacity } from './labels-opacity.tsx'
import { useOwnWindow } from './use-own-window.ts'

/** The labels of a photo on the canvas, with the same tools; shown over the window while they are corrected. */
export function CorrectionWorkspace(): ReactElement | null {
  const correction = useCorrection()
  const open = useObservable(correction.open)
  if (open === undefined) return null
  return createPortal(<Workspace key={open.entry.id} correction={correction} open={open} />, document.body)
}

interface WorkspaceProps {
  readonly correction: LabelCorrection
  readonly open: OpenCorrection
}

function Workspace({ correction, open }: WorkspaceProps): ReactElement {
  const t = useTranslate()
  const root = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState(false)
  useOwnWindow(root, '[role="application"]')
  const title = t('exemplar.correctTitle', { title: open.entry.title })
  return (
    <div ref={root} className={styles['workspace']} role="dialog" aria-modal="true" aria-label={title}>
      <Provider store={open.store}>
        <EditorContext value={open.editor}>
          <CommandsContext value={open.registry}>
            <header className={styles['bar']}>
              <UndoButtons />
              <h2 className={styles['title']}>{title}</h2>
              <span className={styles['hint']}>{t('exemplar.correctHint')}</span>
              <LabelsOpacity />
              <Button onPress={() => (correction.hasChanges ? setAsking(true) : correction.cancel())}>
                {t('shell.cancel')}
              </Button>
              <Button tone="primary" onPress={() => void correction.keep()}>
                {t('exemplar.keepLabels')}
              </Button>
            </header>
            <div className={styles['options']} role="toolbar" aria-label={t('shell.toolOptions')}>
              <ToolOptions />
            </div>
            <nav className={styles['tools']} aria-label={t('shell.tools')}>
              <ToolBar />
            </nav>
            <div className={styles['canvas']}>
              <CanvasArea />
            </div>
            <section className={styles['classes']} aria-label={t('palette.title')}>
              <PalettePanel />
            </section>
            <footer className={styles['status']}>
              <div className={styles['group']}>
                <CursorStatus />
                <ToolHint />
              </div>
              <ViewControls />
            </footer>
          </CommandsContext>
        </EditorContext>
      </Provider>
      {asking ? (
        <LoseLabelsDialog
          text={t('exemplar.loseChanges')}
          onLose={() => correction.cancel()}
          onClose={() => setAsking(false)}
        />
      ) : null}
      <div className={styles['notices']}>
        <Notices />
      </div>
    </div>
  )
}
