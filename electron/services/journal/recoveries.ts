import { readdir, stat } from 'node:fs/promises'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ProjectContent } from '../../contract/project-content.ts'
import { journalIdSchema } from '../../contract/project-journal.ts'
import { readProjectFile } from '../project/project-store.ts'
import { applyChange } from './apply-change.ts'
import { readChangeLog } from './change-log.ts'
import { JournalFolder } from './journal-folder.ts'
import { isAlive } from './journal-owner.ts'
import type { JournalStore } from './journal-store.ts'

/** A journal that no running session owns. */
export interface AbandonedJournal {
  readonly journalId: string
  readonly title: string
  readonly path?: string
  readonly changedAt: Date
  readonly changeCount: number
}

/** Journals of sessions that ended without closing their documents, newest first. */
export async function listAbandonedJournals(store: JournalStore): Promise<AbandonedJournal[]> {
  const names = await readdir(store.folder).catch(() => [])
  const found = await Promise.all(
    names
      .filter((name) => journalIdSchema.safeParse(name).success && !store.isOpen(name))
      .map((name) => describe(store, name)),
  )
  return found
    .filter((journal) => journal !== undefined)
    .sort((first, second) => second.changedAt.getTime() - first.changedAt.getTime())
}

/** The document as it was after its last whole step. @throws CocanvasError when the journal is gone or its base damaged. */
export async function readAbandonedJournal(
  store: JournalStore,
  journalId: string,
): Promise<{ readonly content: ProjectContent; readonly path?: string }> {
  const folder = new JournalFolder(store.folder, journalId)
  const header = await folder.readHeader()
  if (header === undefined) {
    throw new CocanvasError('bad-request', 'This document can no longer be recovered: open its last saved file.')
  }
  const base = await readProjectFile(folder.basePath(header.generation))
  const changes = await readChangeLog(folder.logPath(header.generation))
  return { content: changes.reduce(applyChange, base), ...(header.path === undefined ? {} : { path: header.path }) }
}

async function describe(store: JournalStore, journalId: string): Promise<AbandonedJournal | undefined> {
  const folder = new JournalFolder(store.folder, journalId)
  const header = await folder.readHeader()
  if (header === undefined || (header.owner.process !== process.pid && isAlive(header.owner))) return undefined
  const log = folder.logPath(header.generation)
  const status = await stat(log).catch(() => undefined)
  if (status === undefined) return undefined
  const changes = await readChangeLog(log)
  const { title, path } = header
  return {
    journalId,
    title,
    ...(path === undefined ? {} : { path }),
    changedAt: status.mtime,
    changeCount: changes.length,
  }
}
