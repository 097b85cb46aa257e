import type { ShellCalls } from '../../contract/shell-api.ts'
import { listAbandonedJournals, readAbandonedJournal } from '../journal/recoveries.ts'
import type { ShellServices } from '../shell-services.ts'
import type { ShellWindow } from '../shell-window.ts'

type JournalCalls = Pick<
  ShellCalls,
  'startJournal' | 'appendJournal' | 'discardJournal' | 'listRecoveries' | 'readRecovery'
>

/** Keeps every finished step safe, and finds what an earlier session left. */
export function journalCalls({ journals, files }: ShellServices, { journals: own }: ShellWindow): JournalCalls {
  return {
    startJournal: ({ journalId, title, file, content }) =>
      own.start(journalId, { title, ...(file === undefined ? {} : { path: files.pathOf(file.id) }) }, content),
    appendJournal: (journalId, change) => own.append(journalId, change),
    discardJournal: (journalId) => own.discard(journalId),
    listRecoveries: async () =>
      (await listAbandonedJournals(journals)).map(
        ({ journalId, title, path, changedAt, changeCount, problem, readable }) => ({
          journalId,
          title,
          ...(path === undefined ? {} : { file: files.register(path) }),
          changedAt: changedAt.toISOString(),
          changeCount,
          ...(problem === undefined ? {} : { problem }),
          ...(readable ? {} : { unreadable: true as const }),
        }),
      ),
    readRecovery: async (journalId) => {
      const { content, path } = await readAbandonedJournal(journals, journalId)
      return { content, ...(path === undefined ? {} : { file: files.register(path) }) }
    },
  }
}
