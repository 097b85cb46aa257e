import type { ReactElement, ReactNode } from 'react'

import { CommandsContext } from '../features/commands/commands-context.ts'
import { EditorContext } from '../features/editor/editor-context.ts'
import { CorrectionContext } from '../features/exemplar/correction/correction-context.ts'
import { ExportContext } from '../features/export/export-context.ts'
import { ImportContext } from '../features/import/import-context.ts'
import { LiveContext } from '../features/live/live-context.ts'
import { AnnouncerContext } from '../features/notices/announcer-context.ts'
import { ProjectContext } from '../features/project/project-context.ts'
import { RecoveryContext } from '../features/project/recovery-dialog.tsx'
import { SettingsContext } from '../features/settings/settings-context.ts'
import { ShellContext } from '../features/shell/shell-context.ts'
import type { Session } from './session.ts'

interface SessionContextsProps {
  readonly session: Session
  readonly children: ReactNode
}

/** Gives every component the long-lived parts it asks for. */
export function SessionContexts({ session, children }: SessionContextsProps): ReactElement {
  const { documents } = session
  return (
    <ShellContext value={session.shell}>
      <AnnouncerContext value={session.announcer}>
        <SettingsContext value={session.settings}>
          <CommandsContext value={session.registry}>
            <EditorContext value={session.editor}>
              <LiveContext value={session.live}>
                <ProjectContext value={documents.context}>
                  <RecoveryContext value={documents.recovery}>
                    <ImportContext value={documents.files}>
                      <ExportContext value={documents.exportSources}>
                        <CorrectionContext value={session.correction}>{children}</CorrectionContext>
                      </ExportContext>
                    </ImportContext>
                  </RecoveryContext>
                </ProjectContext>
              </LiveContext>
            </EditorContext>
          </CommandsContext>
        </SettingsContext>
      </AnnouncerContext>
    </ShellContext>
  )
}
