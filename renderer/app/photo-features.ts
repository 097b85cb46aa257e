import type { ShellApi } from '../../electron/contract/shell-api.ts'
import { PhotoEditPart } from '../files/photo-edit/photo-edit-part.ts'
import { PhotoOpening } from '../files/photo-edit/photo-opening.ts'
import type { ProjectCommands } from '../files/project/project-commands.ts'
import type { ProjectSession } from '../files/project/project-session.ts'
import type { Editor } from '../painting/editor/editor.ts'
import { PhotoScene } from '../painting/photo/photo-scene.ts'
import { photoCommands } from '../panels/photo-edit/photo-commands.ts'
import type { Command } from '../shared/commands/command.ts'
import type { Announcer } from '../shared/notices/announcer.ts'
import { selectWorkspace, workspaceChosen } from '../shared/workspace/workspace-slice.ts'
import { EditMaker } from '../synthesis/photo-edit/edit-maker.ts'
import { lentClasses } from '../synthesis/photo-edit/lent-classes.ts'
import { PhotoEditing } from '../synthesis/photo-edit/photo-editing.ts'
import type { LiveSession } from './live-session.ts'
import type { AppStore } from './store.ts'
import { paintWorkspace } from './workspaces/paint-workspace.ts'
import { photoWorkspace } from './workspaces/photo-workspace.ts'

export interface PhotoFeatureParts {
  readonly shell: ShellApi
  readonly store: AppStore
  readonly editor: Editor
  readonly live: LiveSession
  readonly announcer: Announcer
  readonly session: () => ProjectSession
  readonly projects: () => ProjectCommands
  readonly takePack: (packId: string) => void
}

/** Editing photos, wired together. */
export class PhotoFeatures {
  readonly scene = new PhotoScene()
  readonly editing: PhotoEditing
  readonly part: PhotoEditPart
  readonly opening: PhotoOpening
  readonly #stop: () => void

  constructor({ shell, store, editor, live, announcer, session, projects, takePack }: PhotoFeatureParts) {
    const { library, client, packs } = live
    const manifest = packs.manifest.get
    this.editing = new PhotoEditing({
      editor,
      shell,
      scene: this.scene,
      maker: new EditMaker({ client, shell }),
      lent: lentClasses({ library, manifest, byClass: () => store.getState().exemplar.byClass }),
      fail: (error) => announcer.fail(error),
      now: () => performance.now(),
    })
    this.part = new PhotoEditPart({
      shell,
      editing: this.editing,
      pictures: editor.pictures,
      manifest,
      text: (key) => announcer.text(key),
      photoShown: (isPhoto) => {
        const current = selectWorkspace(store.getState())
        if (isPhoto) store.dispatch(workspaceChosen(photoWorkspace.id))
        else if (current === photoWorkspace.id) store.dispatch(workspaceChosen(paintWorkspace.id))
      },
    })
    this.opening = new PhotoOpening({
      shell,
      client,
      session: { begin: (...begun) => session().begin(...begun) },
      projects,
      part: this.part,
      manifest,
      packs: () => packs.packs.get().map((listing) => listing.manifest),
      takePack,
      shown: () => this.editing.open.get()?.photo,
      announcer,
    })
    let { byClass } = store.getState().exemplar
    this.#stop = store.subscribe(() => {
      const before = byClass
      byClass = store.getState().exemplar.byClass
      if (before !== byClass) this.editing.lentChanged()
    })
  }

  commands(): readonly Command[] {
    return photoCommands(this)
  }

  dispose(): void {
    this.#stop()
    this.opening.dispose()
    this.editing.dispose()
    this.scene.dispose()
  }
}
