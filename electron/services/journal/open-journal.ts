import { CocanvasError } from '../../contract/error-codes.ts'
import type { ProjectContent } from '../../contract/project-content.ts'
import type { ProjectChange } from '../../contract/project-journal.ts'
import { fileFailureReason } from '../../images/file-failure.ts'
import type { FileLock } from '../files/file-lock.ts'
import { TurnQueue } from '../files/turn-queue.ts'
import { readProjectFile, writeProjectFile } from '../project/project-store.ts'
import { applyChange } from './apply-change.ts'
import { ChangeLog, readChangeLog } from './change-log.ts'
import type { JournalFolder } from './journal-folder.ts'

/** What a journal is about. */
export interface JournalSubject {
  readonly title: string
  /** The user's file, if there is one. */
  readonly path?: string
}

/** The generation to which steps are appended. */
interface Generation {
  readonly subject: JournalSubject
  readonly number: number
  readonly foldedSteps: number
  readonly log: ChangeLog
}

/**
 * A journal that this process writes; nobody else can while it is open. After a step that could not be written nothing more
 * is appended, since later steps without that one would be another document: it resumes with a fresh generation that
 * begins from the whole content, and the last one stays valid until that is on the disk.
 */
export class OpenJournal {
  private readonly folder: JournalFolder
  private readonly maxLogBytes: number
  private readonly turns = new TurnQueue()
  private lock: FileLock | undefined
  private current: Generation | undefined
  private interrupted = false

  constructor(folder: JournalFolder, maxLogBytes: number) {
    this.folder = folder
    this.maxLogBytes = maxLogBytes
  }

  /** Begins, or begins anew, from a content. @throws CocanvasError naming what keeps it from being written */
  begin(subject: JournalSubject, content: ProjectContent): Promise<void> {
    return this.turns.run(async () => {
      this.interrupted = true
      await namingTheReason(async () => {
        this.lock ??= await this.folder.lock()
        if (this.lock === undefined)
          throw new CocanvasError('bad-request', 'This document is open in another window of Cocanvas: go on there.')
        await this.replace(await this.write(subject, content, 0))
      })
      this.interrupted = false
    })
  }

  /** Resolves once the step is on the disk. @throws CocanvasError when it is not, until the journal begins anew */
  append(change: ProjectChange): Promise<void> {
    return this.turns.run(async () => {
      const generation = this.current
      if (generation === undefined || this.interrupted) {
        throw new CocanvasError(
          'bad-request',
          'Finished steps are not being kept safe at the moment: save the document.',
        )
      }
      this.interrupted = true
      await namingTheReason(() => generation.log.append(change))
      this.interrupted = false
      // The step is safe; a log that stays long is only slower to recover.
      if (generation.log.bytes > this.maxLogBytes) await this.fold(generation).catch(() => undefined)
    })
  }

  /** Closes its files and leaves the journal for the next one to find. */
  close(): Promise<void> {
    return this.turns.run(async () => {
      const { current, lock } = this
      this.current = undefined
      this.lock = undefined
      await current?.log.dispose()
      await lock?.release()
    })
  }

  private async fold({ number, subject, foldedSteps }: Generation): Promise<void> {
    const base = await readProjectFile(this.folder.basePath(number))
    const { changes } = await readChangeLog(this.folder.logPath(number))
    await this.replace(await this.write(subject, changes.reduce(applyChange, base), foldedSteps + changes.length))
  }

  /** Writes a generation whole; it is valid from the moment at which its header is on the disk. */
  private async write(subject: JournalSubject, content: ProjectContent, foldedSteps: number): Promise<Generation> {
    const number = await this.folder.nextGeneration()
    let log: ChangeLog | undefined
    try {
      await writeProjectFile(this.folder.basePath(number), content)
      log = await ChangeLog.create(this.folder.logPath(number))
      await this.folder.writeHeader({ ...subject, generation: number, foldedSteps })
      return { subject, number, foldedSteps, log }
    } catch (error) {
      await log?.dispose()
      await this.folder.forget(number)
      throw error
    }
  }

  private async replace(next: Generation): Promise<void> {
    const before = this.current
    this.current = next
    await before?.log.dispose()
    await this.folder.sweep(next.number)
  }
}

async function namingTheReason(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (cause) {
    if (cause instanceof CocanvasError) throw cause
    throw new CocanvasError(
      'bad-request',
      `Finished steps cannot be kept safe, because ${fileFailureReason(cause)}: make room or save elsewhere.`,
      { cause },
    )
  }
}
