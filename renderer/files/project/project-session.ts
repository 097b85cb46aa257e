import type { OpenedProject, ProjectFile } from '../../../electron/contract/project-content.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { documentRenamed } from '../../model/document/document-slice.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { EditorStore } from '../../painting/editor/editor-store.ts'
import { ChangedTiles } from './changed-tiles.ts'
import type { ReadProject } from './project-content.ts'
import { ProjectJournal, type JournalMark } from './project-journal.ts'
import { JournalResumption } from './journal-resumption.ts'
import type { SavedPart } from './project-part.ts'
import type { ProjectSessionParts } from './project-session-parts.ts'
import type { ProjectView } from './project-view.ts'
import { ProjectSnapshot } from './project-snapshot.ts'
import { readOpened } from './read-opened.ts'
import { sameForFiles, UnsavedChanges } from './unsaved-changes.ts'

/** The open project: its file, whether it is saved, and its journal. Every document is opened through it. */
export class ProjectSession {
  readonly view = new Observable<ProjectView>({ file: undefined, unsaved: false, saving: false })
  readonly #parts: ProjectSessionParts
  readonly #snapshot: ProjectSnapshot
  readonly #tiles: ChangedTiles
  readonly #journal: ProjectJournal
  readonly #resumption: JournalResumption
  readonly #changes = new UnsavedChanges()
  /** Settles when the document that is being opened is shown. */
  #shown: Promise<unknown> = Promise.resolve()
  readonly #stops: readonly (() => void)[]
  #journalId = ''
  #partChanges = 0
  #opening = true
  #stepDue = false
  #told = false

  constructor(parts: ProjectSessionParts) {
    this.#parts = parts
    const { store, editor, shell, packId } = parts
    const classes = (): ReturnType<EditorStore['getState']>['palette']['classes'] => store.getState().palette.classes
    const structure = (): DocumentStructure => store.getState().document
    this.#snapshot = new ProjectSnapshot({ ...editorSources(editor), shell, structure, classes, packId }, parts.parts)
    this.#tiles = new ChangedTiles(editor.rasters)
    this.#resumption = new JournalResumption({ announcer: parts.announcer, begin: () => this.#resumeJournal() })
    this.#journal = new ProjectJournal({
      shell,
      tiles: this.#tiles,
      snapshot: this.#snapshot,
      interrupted: (error) => this.#resumption.interrupted(error),
      report: this.#report,
    })
    let structureSeen = structure()
    let stepSeen = this.#state().step
    this.#stops = [
      editor.rasters.subscribe((change) => this.#tiles.note(change)),
      editor.history.subscribe(() => {
        // New limits are reported here too, but change nothing in the document.
        const before = stepSeen
        stepSeen = this.#state().step
        if (before !== stepSeen) this.#step()
      }),
      store.subscribe(() => {
        const before = structureSeen
        structureSeen = structure()
        if (!sameForFiles(before, structureSeen)) this.#step()
      }),
      ...parts.parts.map((part) =>
        part.subscribe(() => {
          this.#partChanges += 1
          this.#step()
        }),
      ),
    ]
  }

  /** Shows a new document. @param saved The first states of its parts, by their names. */
  async begin(
    document: DocumentStructure,
    rasters: Parameters<Editor['open']>[1] = new Map(),
    saved: ReadonlyMap<string, SavedPart> = new Map(),
  ): Promise<void> {
    await this.#beforeSaves(async () => {
      await this.#show(async () => {
        this.#parts.editor.open(document, rasters)
        await Promise.all(
          this.#parts.parts.map((part) => {
            const { state, pictures = [] } = saved.get(part.name) ?? {}
            return part.restore(state, new Map(pictures.map((picture) => [picture.id, picture])))
          }),
        )
      })
      await this.#nowSaved(undefined)
    })
  }

  /**
   * Shows a project.
   *
   * @returns whether its journal is on the disk
   * @throws Error with a sentence for the user when the file is damaged; the old document then stays.
   */
  async open(opened: OpenedProject, recovered = false): Promise<boolean> {
    const read = readOpened(opened, this.#parts.announcer)
    await this.#beforeSaves(() => this.#openRead(read, opened, recovered))
    return this.#journal.active
  }

  async #openRead(read: ReadProject, opened: OpenedProject, recovered: boolean): Promise<void> {
    const pictures = new Map(opened.content.pictures.map((picture) => [picture.id, picture]))
    await this.#show(async () => {
      await this.#snapshot.layerPictures.restore(read.structure, opened.content.pictures)
      this.#parts.takePack(read.file.packId)
      this.#parts.editor.open(read.structure, read.rasters)
      await Promise.all(this.#parts.parts.map((part) => part.restore(read.file.parts[part.name], pictures)))
    })
    await this.#nowSaved(opened.file)
    if (recovered) {
      this.#changes.noteUnsaved()
      // A journal without steps means that nothing can be lost, but what was restored is not in any file yet.
      await this.#journal.noteStep()
    }
    this.#refresh()
  }

  /** @returns whether the document is now in its file; false when the user cancelled or the disk refused. */
  save(): Promise<boolean> {
    const { file } = this.view.get()
    return this.#write(file === undefined ? undefined : (content) => this.#parts.shell.saveProject(file.id, content))
  }

  saveAs(): Promise<boolean> {
    return this.#write(undefined)
  }

  /** Ends the journal, because the document is closed on purpose. */
  close(): Promise<void> {
    return this.#journal.end()
  }

  dispose(): void {
    for (const stop of this.#stops) stop()
    this.#resumption.dispose()
    this.view.dispose()
  }

  readonly #report = (error: unknown): void => this.#parts.announcer.fail(error)

  /** Does something while saves have to wait, because they would write a document that is only partly shown. */
  async #beforeSaves(work: () => Promise<void>): Promise<void> {
    const done = work()
    this.#shown = done.catch(() => undefined)
    await done
  }

  async #show(load: () => Promise<void>): Promise<void> {
    this.#opening = true
    try {
      await this.#journal.end()
      this.#journalId = `journal-${makeId()}`
      await load()
    } finally {
      this.#opening = false
    }
  }

  async #write(
    save: ((content: Awaited<ReturnType<ProjectSnapshot['content']>>) => Promise<ProjectFile>) | undefined,
  ): Promise<boolean> {
    const { shell, announcer, store } = this.#parts
    if (this.view.get().saving) return false
    this.#update({ saving: true })
    try {
      await this.#shown
      const state = this.#state()
      const mark = this.#journal.mark()
      const content = await this.#snapshot.content()
      const name = store.getState().document.name || announcer.text('project.untitled')
      const file = save === undefined ? await shell.saveProjectAs(name, content) : await save(content)
      if (file === null) return false
      this.#changes.noteSaved(state)
      this.#rename(file)
      await this.#startJournal(file, content, mark)
      announcer.tell('success', 'project.saved', { name: file.name })
      return true
    } catch (error) {
      announcer.fail(error)
      return false
    } finally {
      this.#update({ saving: false })
      this.#refresh()
    }
  }

  async #nowSaved(file: ProjectFile | undefined): Promise<void> {
    this.#changes.noteSaved(this.#state())
    this.#rename(file)
    this.#refresh()
    await this.#journalAnew()
  }

  /** Begins the journal from what is open, because there is nothing left to recover. */
  async #journalAnew(): Promise<void> {
    const mark = this.#journal.mark()
    const journalId = this.#journalId
    const content = await this.#snapshot.content()
    // Another document may have been opened meanwhile.
    if (journalId === this.#journalId) await this.#startJournal(this.view.get().file, content, mark)
  }

  /**
   * Begins the journal again after the disk refused it. @returns whether everything that is open is on the disk again.
   */
  async #resumeJournal(): Promise<boolean> {
    if (!this.#journal.active) await this.#journalAnew()
    // A journal without steps means that nothing can be lost, but this document may not be in any file.
    if (this.#journal.active && this.view.get().unsaved) await this.#journal.noteStep()
    return this.#journal.active
  }

  #startJournal(
    file: ProjectFile | undefined,
    content: Awaited<ReturnType<ProjectSnapshot['content']>>,
    mark: JournalMark,
  ): Promise<void> {
    const title =
      file?.name ?? (this.#parts.store.getState().document.name || this.#parts.announcer.text('project.untitled'))
    const base = { journalId: this.#journalId, title, ...(file === undefined ? {} : { file }), content }
    return this.#journal.start(base, mark)
  }

  /** The history, the store and a part may all report the same step; it is written once. */
  #step(): void {
    if (this.#opening || this.#stepDue) return
    this.#stepDue = true
    queueMicrotask(() => {
      this.#stepDue = false
      if (this.#opening) return
      void this.#journal.noteStep()
      const wasUnsaved = this.view.get().unsaved
      this.#showUnsaved()
      // After undoing back to what is in the file, the next start has nothing to offer. Until the journal says so too,
      // the shell must not close the window without asking.
      if (!wasUnsaved || this.view.get().unsaved) this.#tellUnsaved()
      else
        void this.#journalAnew()
          .catch(this.#report)
          .finally(() => this.#tellUnsaved())
    })
  }

  #rename(file: ProjectFile | undefined): void {
    this.#update({ file })
    if (file !== undefined) this.#parts.store.dispatch(documentRenamed(file.name.replace(/\.cocanvas$/i, '')))
  }

  #state(): Parameters<UnsavedChanges['differs']>[0] {
    const { entries, position } = this.#parts.editor.history.get()
    return {
      step: entries[position - 1]?.id ?? 0,
      structure: this.#parts.store.getState().document,
      partChanges: this.#partChanges,
    }
  }

  #refresh(): void {
    this.#showUnsaved()
    this.#tellUnsaved()
  }

  #showUnsaved(): void {
    const unsaved = this.#changes.differs(this.#state())
    if (unsaved !== this.view.get().unsaved) this.#update({ unsaved })
  }

  #tellUnsaved(): void {
    const { unsaved } = this.view.get()
    if (unsaved === this.#told) return
    this.#told = unsaved
    this.#parts.shell.setUnsavedChanges(unsaved).catch(this.#report)
  }

  #update(change: Partial<ProjectView>): void {
    this.view.set({ ...this.view.get(), ...change })
  }
}

function editorSources({
  rasters,
  pictures,
  layout,
}: Pick<Editor, 'rasters' | 'pictures' | 'layout'>): Pick<
  ConstructorParameters<typeof ProjectSnapshot>[0],
  'rasters' | 'pictures' | 'layout'
> {
  return { rasters: { get: (layerId) => rasters.get(layerId) }, pictures, layout: { get: () => layout.get() } }
}
