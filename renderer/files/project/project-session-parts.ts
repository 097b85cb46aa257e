import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { EditorStore } from '../../painting/editor/editor-store.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { ProjectPart } from './project-part.ts'

export type ProjectShell = Pick<
  ShellApi,
  | 'saveProject'
  | 'saveProjectAs'
  | 'startJournal'
  | 'appendJournal'
  | 'discardJournal'
  | 'encodeImage'
  | 'decodeImage'
  | 'setUnsavedChanges'
>

/** What the open project consists of and works with. */
export interface ProjectSessionParts {
  readonly store: EditorStore
  readonly editor: Pick<Editor, 'open' | 'history' | 'rasters' | 'pictures' | 'layout'>
  readonly shell: ProjectShell
  readonly announcer: Announcer
  readonly packId: () => string | undefined
  /** Chooses the pack for which a project was painted. */
  readonly takePack: (packId: string | undefined) => void
  readonly parts: readonly ProjectPart[]
}
