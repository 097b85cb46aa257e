import type { JournalBase, ProjectChange } from '../../../electron/contract/project-journal.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import type { ChangedTiles } from './changed-tiles.ts'
import type { ProjectSnapshot } from './project-snapshot.ts'

export interface JournalParts {
  readonly shell: Pick<ShellCalls, 'startJournal' | 'appendJournal' | 'discardJournal'>
  readonly tiles: ChangedTiles
  readonly snapshot: Pick<ProjectSnapshot, 'document'>
  /** Reports that a base or a step could not be written: nothing more is, until the journal begins anew. */
  readonly interrupted: (error: unknown) => void
  /** Reports that an old journal could not be removed. */
  readonly report: (error: unknown) => void
}

/** A state of the document, read together with its content. */
export interface JournalMark {
  readonly revision: number
  readonly steps: number
}

/**
 * Writes every finished step to the disk, one after another in their order. It is also the autosave: only Save writes
 * the user's file. After a failed write nothing more is appended, because the later steps without the missing one would
 * give another document; the next `start` begins anew.
 */
export class ProjectJournal {
  readonly #parts: JournalParts
  #journalId: string | undefined
  #steps = 0
  /** The pictures that the journal has already, by id, because they are large and hardly ever change. */
  #known = new Map<string, Uint8Array>()
  #writing: Promise<void> = Promise.resolve()

  constructor(parts: JournalParts) {
    this.#parts = parts
  }

  /** Whether steps are being stored: the last base and every step since are on the disk or on their way to it. */
  get active(): boolean {
    return this.#journalId !== undefined
  }

  /** Read it together with the content from which a journal is to begin. */
  mark(): JournalMark {
    return { revision: this.#parts.tiles.revision, steps: this.#steps }
  }

  /**
   * Begins (again) from this content. Steps that were finished after it was read, for example during a slow save, are
   * in the journal that this one replaces, so they are written once more.
   */
  async start(base: JournalBase, { revision, steps }: JournalMark): Promise<void> {
    const missed = steps !== this.#steps
    this.#parts.tiles.forgetUntil(revision)
    this.#journalId = base.journalId
    const started = this.#enqueue(base.journalId, async () => {
      await this.#parts.shell.startJournal(base)
      this.#known = new Map(base.content.pictures.map(({ id, bytes }) => [id, bytes]))
    })
    await (missed ? this.noteStep() : started)
  }

  /** Writes what changed since the last step. */
  noteStep(): Promise<void> {
    this.#steps += 1
    const journalId = this.#journalId
    if (journalId === undefined) return Promise.resolve()
    const { patches, labelLayers } = this.#parts.tiles.take()
    const described = this.#parts.snapshot.document()
    return this.#enqueue(journalId, async () => {
      const { document, pictures } = await described
      const unknown = pictures.filter(({ id, bytes }) => this.#known.get(id) !== bytes)
      const change: ProjectChange = {
        document,
        pictures: unknown,
        ...(patches.length === 0 ? {} : { patches: [...patches] }),
        ...(labelLayers.length === 0 ? {} : { labelLayers: [...labelLayers] }),
      }
      await this.#parts.shell.appendJournal(journalId, change)
      for (const { id, bytes } of unknown) this.#known.set(id, bytes)
    })
  }

  /** Ends the journal, because the document was closed on purpose. */
  end(): Promise<void> {
    const journalId = this.#journalId
    this.#journalId = undefined
    if (journalId === undefined) return Promise.resolve()
    this.#writing = this.#writing.then(() => this.#parts.shell.discardJournal(journalId)).catch(this.#parts.report)
    return this.#writing
  }

  #enqueue(journalId: string, write: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing
      .then(async () => {
        if (this.#journalId === journalId) await write()
      })
      .catch((error: unknown) => {
        if (this.#journalId === journalId) this.#journalId = undefined
        this.#parts.interrupted(error)
      })
    return this.#writing
  }
}
