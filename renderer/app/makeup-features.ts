import type { ShellApi } from '../../electron/contract/shell-api.ts'
import { MakeUpFiles } from '../files/makeup/makeup-files.ts'
import { MakeUpPart } from '../files/makeup/makeup-part.ts'
import type { ProjectCommands } from '../files/project/project-commands.ts'
import type { ProjectSession } from '../files/project/project-session.ts'
import type { Editor } from '../painting/editor/editor.ts'
import { makeUpCommands } from '../panels/makeup/makeup-commands.ts'
import type { CorrectionSubject } from '../panels/correction/label-correction.ts'
import type { Command } from '../shared/commands/command.ts'
import type { Announcer } from '../shared/notices/announcer.ts'
import { selectWorkspace, workspaceChosen } from '../shared/workspace/workspace-slice.ts'
import { KeptLooks } from '../synthesis/makeup/kept-looks.ts'
import type { ReadSource } from '../synthesis/makeup/makeup-request.ts'
import { MakeUpStudio } from '../synthesis/makeup/makeup-studio.ts'
import type { LiveSession } from './live-session.ts'
import type { AppStore } from './store.ts'
import { makeUpWorkspace } from './workspaces/makeup-workspace.ts'
import { paintWorkspace } from './workspaces/paint-workspace.ts'

export interface MakeUpFeatureParts {
  readonly shell: ShellApi
  readonly store: AppStore
  readonly editor: Editor
  readonly live: LiveSession
  readonly announcer: Announcer
  readonly session: () => ProjectSession
  readonly projects: () => ProjectCommands
  /** Opens labels of a photo to be corrected. */
  readonly correct: (subject: CorrectionSubject) => Promise<void>
}

/** Making up photos, wired together. */
export class MakeUpFeatures {
  readonly studio: MakeUpStudio
  readonly looks = new KeptLooks()
  readonly part: MakeUpPart
  readonly files: MakeUpFiles
  readonly #parts: MakeUpFeatureParts

  constructor(parts: MakeUpFeatureParts) {
    this.#parts = parts
    const { shell, store, editor, live, announcer, session, projects } = parts
    const readSource: ReadSource = async (source) => {
      if (source === 'bare') return 'bare'
      const kept = this.looks.find(source)
      if (kept !== undefined) return { preset: kept.bytes }
      if (!live.library.entries.get().some(({ id }) => id === source)) return undefined
      return { image: await live.library.photo(source), condition: 'none' }
    }
    this.studio = new MakeUpStudio({
      shell,
      client: live.client,
      announcer,
      commit: (title, changes) => editor.history.commit(title, changes),
      readSource,
      sharpness: {
        get: () => editor.viewport.get().zoom * window.devicePixelRatio,
        subscribe: editor.viewport.subscribe,
      },
    })
    this.part = new MakeUpPart({
      shell,
      studio: this.studio,
      looks: this.looks,
      refresh: () => live.library.refresh(),
      show: (hasMakeUp) => {
        const current = selectWorkspace(store.getState())
        if (hasMakeUp) store.dispatch(workspaceChosen(makeUpWorkspace.id))
        else if (current === makeUpWorkspace.id) store.dispatch(workspaceChosen(paintWorkspace.id))
      },
    })
    this.files = new MakeUpFiles({
      shell,
      client: live.client,
      studio: this.studio,
      looks: this.looks,
      part: this.part,
      announcer,
      readSource,
      begin: (...begun) => session().begin(...begun),
      leaveFor: (replace) => projects().leaveFor(replace),
    })
  }

  /** Whether the window shows a photo to make up. */
  get isShown(): boolean {
    return selectWorkspace(this.#parts.store.getState()) === makeUpWorkspace.id
  }

  commands(): readonly Command[] {
    const { store, announcer, correct } = this.#parts
    const { studio, files } = this
    return makeUpCommands({ studio, files, dispatch: store.dispatch, announcer, correct, isShown: () => this.isShown })
  }

  dispose(): void {
    this.studio.dispose()
    this.looks.dispose()
  }
}
