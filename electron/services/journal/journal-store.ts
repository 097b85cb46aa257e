import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ProjectContent } from '../../contract/project-content.ts'
import type { ProjectChange } from '../../contract/project-journal.ts'
import { TurnQueue } from '../files/turn-queue.ts'
import { readProjectFile, writeProjectFile } from '../project/project-store.ts'
import { applyChange } from './apply-change.ts'
import { ChangeLog, readChangeLog } from './change-log.ts'
import { JournalFolder } from './journal-folder.ts'
import { currentOwner } from './journal-owner.ts'

/** Above this the log is folded into its base, so that a long session stays quick to recover. */
const MAX_LOG_BYTES = 64 * 1024 ** 2

/** What a journal is about. */
export interface JournalSubject {
  readonly title: string
  /** The user's file, if there is one. */
  readonly path?: string
}

interface OpenJournal {
  readonly folder: JournalFolder
  readonly subject: JournalSubject
  readonly turns: TurnQueue
  generation: number
  log: ChangeLog
}

/** Writes the journals of the documents open in this process, in `journals/` of the data folder. */
export class JournalStore {
  readonly folder: string
  private readonly maxLogBytes: number
  private readonly open = new Map<string, Promise<OpenJournal>>()

  constructor(dataFolder: string, maxLogBytes = MAX_LOG_BYTES) {
    this.folder = join(dataFolder, 'journals')
    this.maxLogBytes = maxLogBytes
  }

  /** Begins a journal, or begins it anew from a saved state; the old one stays valid until the new base is on the disk. */
  async start(journalId: string, subject: JournalSubject, content: ProjectContent): Promise<void> {
    const before = this.open.get(journalId)
    const begun = (async () => {
      const previous = await before?.catch(() => undefined)
      const begin = async (): Promise<OpenJournal> => {
        await previous?.log.dispose()
        return this.begin(
          new JournalFolder(this.folder, journalId),
          subject,
          content,
          previous?.turns ?? new TurnQueue(),
        )
      }
      return previous === undefined ? begin() : previous.turns.run(begin)
    })()
    this.open.set(journalId, begun)
    await begun
  }

  /** Resolves once the step is on the disk. @throws CocanvasError `bad-request` without a journal of that id. */
  async append(journalId: string, change: ProjectChange): Promise<void> {
    const journal = await this.open.get(journalId)
    if (journal === undefined)
      throw new CocanvasError('bad-request', 'This document keeps no journal: save it to be safe.')
    await journal.turns.run(async () => {
      await journal.log.append(change)
      if (journal.log.bytes > this.maxLogBytes) await this.fold(journal)
    })
  }

  /** Ends a journal for good; also one that an earlier session left behind. */
  async discard(journalId: string): Promise<void> {
    const journal = await this.open.get(journalId)?.catch(() => undefined)
    this.open.delete(journalId)
    await journal?.turns.run(() => journal.log.dispose())
    await new JournalFolder(this.folder, journalId).remove()
  }

  isOpen(journalId: string): boolean {
    return this.open.has(journalId)
  }

  /** Closes the files and leaves the journals for the next session to find. */
  async dispose(): Promise<void> {
    const journals = [...this.open.values()]
    this.open.clear()
    for (const opening of journals) {
      const journal = await opening.catch(() => undefined)
      await journal?.turns.run(() => journal.log.dispose())
    }
  }

  private async begin(
    folder: JournalFolder,
    subject: JournalSubject,
    content: ProjectContent,
    turns: TurnQueue,
  ): Promise<OpenJournal> {
    await mkdir(folder.path, { recursive: true })
    const generation = ((await folder.readHeader())?.generation ?? -1) + 1
    await writeProjectFile(folder.basePath(generation), content)
    const log = await ChangeLog.create(folder.logPath(generation))
    const { title, path } = subject
    await folder.writeHeader({
      formatVersion: 1,
      title,
      ...(path === undefined ? {} : { path }),
      generation,
      owner: currentOwner(),
    })
    await folder.sweep(generation)
    return { folder, subject, turns, generation, log }
  }

  private async fold(journal: OpenJournal): Promise<void> {
    const base = await readProjectFile(journal.folder.basePath(journal.generation))
    const changes = await readChangeLog(journal.folder.logPath(journal.generation))
    const next = await this.begin(journal.folder, journal.subject, changes.reduce(applyChange, base), journal.turns)
    await journal.log.dispose()
    journal.log = next.log
    journal.generation = next.generation
  }
}
