import { CocanvasError } from '../../contract/error-codes.ts'
import type { ProjectContent } from '../../contract/project-content.ts'
import type { ProjectChange } from '../../contract/project-journal.ts'
import type { JournalStore } from './journal-store.ts'
import type { JournalSubject } from './open-journal.ts'

/** The journals that one page writes. When the page is gone, whatever it had open is offered to the next one. */
export class PageJournals {
  private readonly store: JournalStore
  private readonly own = new Set<string>()

  constructor(store: JournalStore) {
    this.store = store
  }

  async start(journalId: string, subject: JournalSubject, content: ProjectContent): Promise<void> {
    this.checkOwn(journalId)
    this.own.add(journalId)
    await this.store.start(journalId, subject, content)
  }

  async append(journalId: string, change: ProjectChange): Promise<void> {
    this.checkOwn(journalId)
    await this.store.append(journalId, change)
  }

  async discard(journalId: string): Promise<void> {
    this.checkOwn(journalId)
    this.own.delete(journalId)
    await this.store.discard(journalId)
  }

  /** The page is gone, crashed or was loaded anew. */
  release(): void {
    for (const journalId of this.own) void this.store.release(journalId)
    this.own.clear()
  }

  /** @throws CocanvasError for the journal of another page that is open. */
  private checkOwn(journalId: string): void {
    if (this.store.isOpen(journalId) && !this.own.has(journalId))
      throw new CocanvasError('bad-request', 'This document is open in another window of Cocanvas: go on there.')
  }
}
