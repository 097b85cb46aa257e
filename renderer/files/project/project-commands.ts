import type { Dispatch } from '@reduxjs/toolkit'

import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { OpenedDocument, OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { OpenedProject } from '../../../electron/contract/project-content.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'
import { newDocument } from '../../model/document/new-document.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { ProjectSession } from './project-session.ts'

/** The user's answer when a document with unsaved changes is about to be closed. */
export type LeavingAnswer = 'save' | 'discard' | 'stay'

/** The question that is being asked; the dialog shows it and gives the answer. */
export interface LeavingQuestion {
  readonly name: string
  readonly answer: (answer: LeavingAnswer) => void
}

export interface ProjectCommandParts {
  readonly session: ProjectSession
  readonly shell: Pick<
    ShellApi,
    'openDocumentDialog' | 'openRecentProject' | 'openProjectBytes' | 'closePhoto' | 'closeWindow' | 'on'
  >
  readonly announcer: Announcer
  /** Shows a photo to be edited; unsaved changes of the previous document have been asked about. */
  readonly showPhoto: (photo: OpenPhoto) => Promise<void>
  readonly store: {
    readonly getState: () => { readonly document: { readonly name: string } }
    readonly dispatch: Dispatch
  }
}

export interface NewDocumentChoice {
  readonly width: number
  readonly height: number
  readonly backdropClassId: number
}

/** Everything that users do with whole projects. Unsaved changes are never dropped without asking. */
export class ProjectCommands {
  readonly question = new Observable<LeavingQuestion | undefined>(undefined)
  readonly #parts: ProjectCommandParts
  readonly #stops: (() => void)[] = []

  constructor(parts: ProjectCommandParts) {
    this.#parts = parts
    this.#stops.push(parts.shell.on('closeRequested', () => void this.#close()))
  }

  /**
   * From now on opens what comes from outside (a double click, a second start). The shell holds earlier requests back.
   * Call it after the first document is open: otherwise that one would replace the file with which the app was started.
   */
  acceptFromOutside(): void {
    const { shell, announcer } = this.#parts
    this.#stops.push(
      shell.on('documentOpened', (opened) => void this.#openFromOutside(opened)),
      shell.on('documentRefused', ({ message }) => announcer.fail(new Error(message))),
    )
  }

  commands(): readonly Command[] {
    const { session, store } = this.#parts
    return [
      {
        id: 'file.new',
        title: 'project.new',
        group: 'commands.group.file',
        shortcuts: ['Ctrl+Alt+N'],
        menus: [{ menu: 'file', section: 1, order: 10 }],
        run: () => void store.dispatch(dialogOpened('new-document')),
      },
      {
        id: 'file.open',
        title: 'project.open',
        group: 'commands.group.file',
        shortcuts: ['Ctrl+O'],
        menus: [{ menu: 'file', section: 1, order: 20 }],
        run: () => void this.openDialog(),
      },
      {
        id: 'file.recent',
        title: 'project.recent',
        group: 'commands.group.file',
        shortcuts: [],
        menus: [{ menu: 'file', section: 1, order: 30 }],
        run: () => void store.dispatch(dialogOpened('recent-projects')),
      },
      {
        id: 'file.save',
        title: 'project.save',
        group: 'commands.group.file',
        shortcuts: ['Ctrl+S'],
        menus: [{ menu: 'file', section: 2, order: 10 }],
        run: () => void session.save(),
      },
      {
        id: 'file.saveAs',
        title: 'project.saveAs',
        group: 'commands.group.file',
        shortcuts: ['Ctrl+Shift+S'],
        menus: [{ menu: 'file', section: 2, order: 20 }],
        run: () => void session.saveAs(),
      },
    ]
  }

  create({ width, height, backdropClassId }: NewDocumentChoice): Promise<boolean> {
    const layerName = this.#parts.announcer.text('layer.kind.label')
    const name = this.#parts.announcer.text('project.untitled')
    return this.leaveFor(() =>
      this.#parts.session.begin(newDocument({ name, width, height, backdropClassId, layerName }, makeId)),
    )
  }

  openDialog(): Promise<boolean> {
    return this.leaveFor(async () => {
      const opened = await this.#parts.shell.openDocumentDialog()
      if (opened !== null) await this.#show(opened)
    })
  }

  openRecent(fileId: string): Promise<boolean> {
    return this.openFound(() => this.#parts.shell.openRecentProject(fileId))
  }

  openBytes(file: NamedBytes): Promise<boolean> {
    return this.openFound(() => this.#parts.shell.openProjectBytes(file))
  }

  /** Shows what `find` gives, after asking about unsaved changes; null means that the user cancelled. */
  openFound(find: () => Promise<OpenedProject | null>): Promise<boolean> {
    return this.leaveFor(async () => {
      const opened = await find()
      if (opened !== null) await this.#parts.session.open(opened)
    })
  }

  /** Runs something that replaces the open document. @returns whether it was done; failures are shown. */
  async leaveFor(replace: () => Promise<void>): Promise<boolean> {
    try {
      if (!(await this.#mayLeave())) return false
      await replace()
      return true
    } catch (error) {
      this.#parts.announcer.fail(error)
      return false
    }
  }

  dispose(): void {
    for (const stop of this.#stops) stop()
    this.question.dispose()
  }

  async #show(opened: OpenedDocument): Promise<void> {
    const { session, showPhoto } = this.#parts
    if (opened.kind === 'project') await session.open(opened.project)
    else await showPhoto(opened.photo)
  }

  /** A photo that is not shown after all, since the user stays with what is open, must not stay in the shell's memory. */
  async #openFromOutside(opened: OpenedDocument): Promise<void> {
    const shown = await this.leaveFor(() => this.#show(opened))
    if (!shown && opened.kind !== 'project') await this.#parts.shell.closePhoto(opened.photo.id)
  }

  async #close(): Promise<void> {
    if (!(await this.#mayLeave())) return
    await this.#parts.session.close()
    await this.#parts.shell.closeWindow()
  }

  async #mayLeave(): Promise<boolean> {
    const { session, store } = this.#parts
    if (!session.view.get().unsaved) return true
    // While the question is open, a second request must not answer the first.
    if (this.question.get() !== undefined) return false
    const answer = await new Promise<LeavingAnswer>((resolve) => {
      this.question.set({ name: store.getState().document.name, answer: resolve })
    })
    this.question.set(undefined)
    if (answer === 'save') return session.save()
    return answer === 'discard'
  }
}
