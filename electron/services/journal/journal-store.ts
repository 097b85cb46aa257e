import { join } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ProjectContent } from '../../contract/project-content.ts'
import type { ProjectChange } from '../../contract/project-journal.ts'
import { fileFailureCode, fileFailureReason } from '../../images/file-failure.ts'
import { JournalFolder, sweepRemoved } from './journal-folder.ts'
import { OpenJournal, type JournalSubject } from './open-journal.ts'

/** Above this the log is folded into its base, so that a long session stays quick to recover. */
const MAX_LOG_BYTES = 64 * 1024 ** 2

/** Writes the journals of the documents open in this process, in `journals/` of the data folder. */
export class JournalStore {
  readonly folder: string
  private readonly asideFolder: string
  private readonly maxLogBytes: number
  private readonly open = new Map<string, OpenJournal>()
  private readonly closing = new Set<Promise<void>>()

  constructor(dataFolder: string, maxLogBytes = MAX_LOG_BYTES) {
    this.folder = join(dataFolder, 'journals')
    this.asideFolder = join(dataFolder, 'journals-set-aside')
    this.maxLogBytes = maxLogBytes
  }

  /**
   * Begins a journal, or begins it anew from a saved state; the old one stays valid until the new base is on the disk.
   *
   * @throws CocanvasError `bad-request` naming what keeps it from being written; another try may succeed
   */
  async start(journalId: string, subject: JournalSubject, content: ProjectContent): Promise<void> {
    await this.settled()
    const known = this.open.get(journalId)
    const journal = known ?? new OpenJournal(new JournalFolder(this.folder, journalId), this.maxLogBytes)
    this.open.set(journalId, journal)
    await journal.begin(subject, content)
  }

  /** Resolves once the step is on the disk. @throws CocanvasError `bad-request` when it is not, or without such a journal. */
  async append(journalId: string, change: ProjectChange): Promise<void> {
    const journal = this.open.get(journalId)
    if (journal === undefined)
      throw new CocanvasError('bad-request', 'This document keeps no journal: save it to be safe.')
    await journal.append(change)
  }

  /**
   * Ends a journal for good, also one that an earlier session left behind. What is not understood is moved to
   * `journals-set-aside/` instead, as somebody may understand it later.
   *
   * @throws CocanvasError `bad-request` when another one has it open
   */
  async discard(journalId: string): Promise<void> {
    await this.release(journalId)
    const folder = new JournalFolder(this.folder, journalId)
    const lock = await folder.lockExisting().catch((cause: unknown) => {
      if (fileFailureCode(cause) === 'ENOENT') return null
      throw new CocanvasError(
        'bad-request',
        `The journal ${folder.path} cannot be removed: ${fileFailureReason(cause)}.`,
        {
          cause,
        },
      )
    })
    if (lock === null) return
    if (lock === undefined)
      throw new CocanvasError('bad-request', 'This document is open in another window of Cocanvas: close it there.')
    const contents = await folder.read().catch(() => ({ kind: 'problem' as const }))
    await lock.release()
    if (contents.kind === 'problem') await folder.setAside(this.asideFolder)
    else await folder.remove()
  }

  /** Closes a journal and leaves it to be found: its document is no longer open. */
  release(journalId: string): Promise<void> {
    const journal = this.open.get(journalId)
    this.open.delete(journalId)
    if (journal === undefined) return this.settled()
    const closing = journal.close().catch(() => undefined)
    this.closing.add(closing)
    return closing.finally(() => this.closing.delete(closing))
  }

  isOpen(journalId: string): boolean {
    return this.open.has(journalId)
  }

  /** Resolves once every journal that was released is closed, so that the next one finds it free. */
  async settled(): Promise<void> {
    await Promise.all(this.closing)
  }

  /** Removes what interrupted removals left. */
  sweep(): Promise<void> {
    return sweepRemoved(this.folder)
  }

  /** Closes the files and leaves the journals for the next session to find. */
  async dispose(): Promise<void> {
    await Promise.all([...this.open.keys()].map((journalId) => this.release(journalId)))
    await this.settled()
  }
}
