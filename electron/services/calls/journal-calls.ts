import type { ShellCalls } from '../../contract/shell-api.ts'
import { listAbandonedJournals, readAbandonedJournal } from '../journal/recoveries.ts'
import type { ShellServices } from '../shell-services.ts'

type JournalCalls = Pick<
  ShellCalls,
  'startJournal' | 'appendJournal' | 'discardJournal' | 'listRecoveries' | 'readRecovery'
>

/** Keeps every finished step safe, and finds what an earlier session left. */
export function journalCalls({ journals, files }: ShellServices): JournalCalls {
  return {
    startJournal: ({ journalId, title, file, content }) =>
      journals.start(journalId, { title, ...(file === undefined ? {} : { path: files.pathOf(file.id) }) }, content),
    appendJournal: (journalId, change) => journals.append(journalId, change),
    discardJournal: (journalId) => journals.discard(journalId),
    listRecoveries: async () =>
      (await listAbandonedJournals(journals)).map(({ journalId, title, path, changedAt, changeCount }) => ({
        journalId,
        title,
        ...(path === undefined ? {} : { file: files.register(path) }),
        changedAt: changedAt.toISOString(),
        changeCount,
      })),
    readRecovery: async (journalId) => {
      const { content, path } = await readAbandonedJournal(journals, journalId)
      return { content, ...(path === undefined ? {} : { file: files.register(path) }) }
    },
  }
}
