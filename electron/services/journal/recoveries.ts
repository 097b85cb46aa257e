import { readdir, stat } from 'node:fs/promises'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ProjectContent } from '../../contract/project-content.ts'
import { journalIdSchema } from '../../contract/project-journal.ts'
import { fileFailureReason } from '../../images/file-failure.ts'
import type { FileLock } from '../files/file-lock.ts'
import { readProjectFile } from '../project/project-store.ts'
import { applyChange } from './apply-change.ts'
import { readChangeLog } from './change-log.ts'
import { JournalFolder, unrecoverable, type JournalHeader } from './journal-folder.ts'
import type { JournalStore } from './journal-store.ts'

/** A journal that no open document owns. */
export interface AbandonedJournal {
  readonly journalId: string
  readonly title: string
  readonly path?: string
  readonly changedAt: Date
  readonly changeCount: number
  /** Why it cannot be recovered, or not all of it; the end of a sentence. */
  readonly problem?: string
  /** Whether anything can be recovered. */
  readonly readable: boolean
}

/** Journals of documents that were never closed, newest first; also those that cannot be read, with the reason. */
export async function listAbandonedJournals(store: JournalStore): Promise<AbandonedJournal[]> {
  await store.settled()
  await store.sweep()
  const entries = await readdir(store.folder, { withFileTypes: true }).catch(() => [])
  const ids = entries
    .filter((entry) => entry.isDirectory() && journalIdSchema.safeParse(entry.name).success)
    .map(({ name }) => name)
    .filter((name) => !store.isOpen(name))
  const found = []
  // One after the other: each holds a log in memory.
  for (const journalId of ids) found.push(await describe(store, journalId))
  return found
    .filter((journal) => journal !== undefined)
    .sort((first, second) => second.changedAt.getTime() - first.changedAt.getTime())
}

/**
 * The document as it was after its last whole step.
 *
 * @throws CocanvasError when the journal is gone, open elsewhere or cannot be read
 */
export async function readAbandonedJournal(
  store: JournalStore,
  journalId: string,
): Promise<{ readonly content: ProjectContent; readonly path?: string }> {
  await store.settled()
  const folder = new JournalFolder(store.folder, journalId)
  const lock = await lockOf(folder)
  if (lock === undefined)
    throw new CocanvasError('bad-request', 'This document is open in another window of Cocanvas: go on there.')
  try {
    const contents = await folder.read()
    if (contents.kind === 'empty') throw gone()
    if (contents.kind === 'problem') throw unrecoverable(contents.problem)
    const { generation, path } = contents.header
    const base = await readProjectFile(folder.basePath(generation))
    const { changes } = await readChangeLog(folder.logPath(generation))
    return { content: changes.reduce(applyChange, base), ...(path === undefined ? {} : { path }) }
  } finally {
    await lock.release()
  }
}

async function lockOf(folder: JournalFolder): Promise<FileLock | undefined> {
  return folder.lockExisting().catch((cause: unknown) => {
    throw gone(cause)
  })
}

function gone(cause?: unknown): CocanvasError {
  return new CocanvasError('bad-request', 'This document can no longer be recovered: open its last saved file.', {
    cause,
  })
}

/** Undefined for a journal that is open in a running session, and for one that never recorded a step. */
async function describe(store: JournalStore, journalId: string): Promise<AbandonedJournal | undefined> {
  const folder = new JournalFolder(store.folder, journalId)
  const found = await describeNow(folder, journalId)
  if (found?.readable !== false) return found
  // A document may be closed while this looks at its journal, which then goes part by part; that is no damage.
  await store.settled()
  return store.isOpen(journalId) || !(await exists(folder.path)) ? undefined : found
}

async function describeNow(folder: JournalFolder, journalId: string): Promise<AbandonedJournal | undefined> {
  const unreadable = async (problem: string): Promise<AbandonedJournal> => ({
    journalId,
    title: journalId,
    changedAt: await changeTime(folder.path),
    changeCount: 0,
    problem,
    readable: false,
  })
  try {
    const lock = await folder.lockExisting()
    if (lock === undefined) return undefined
    try {
      const contents = await folder.read()
      if (contents.kind === 'empty') return undefined
      if (contents.kind === 'problem') return await unreadable(`${contents.problem}; it is kept in ${folder.path}`)
      return await describeReadable(journalId, folder, contents.header)
    } finally {
      await lock.release()
    }
  } catch (error) {
    return unreadable(error instanceof CocanvasError ? error.message : fileFailureReason(error))
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function describeReadable(
  journalId: string,
  folder: JournalFolder,
  { generation, foldedSteps, title, path }: JournalHeader,
): Promise<AbandonedJournal> {
  const log = folder.logPath(generation)
  const { changes, incomplete } = await readChangeLog(log)
  return {
    journalId,
    title,
    ...(path === undefined ? {} : { path }),
    changedAt: await changeTime(log),
    changeCount: foldedSteps + changes.length,
    ...(incomplete ? { problem: 'steps after these cannot be read' } : {}),
    readable: true,
  }
}

async function changeTime(path: string): Promise<Date> {
  return stat(path).then(
    ({ mtime }) => mtime,
    () => new Date(0),
  )
}
