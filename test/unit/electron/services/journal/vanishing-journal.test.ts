import { mkdirSync, rmSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { listAbandonedJournals } from '../../../../../electron/services/journal/recoveries.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { abandonedSession, ID, logOf, openStore } from './journal-session.ts'

/** A journal as it is on its way out: its log is gone, or cannot be read. */
async function halfRemoved(folder: string, log: 'gone' | 'unreadable'): Promise<string> {
  const journal = await abandonedSession(folder, 2)
  const file = logOf(journal)
  rmSync(file)
  if (log === 'unreadable') mkdirSync(file)
  return journal
}

describe.each(['gone', 'unreadable'] as const)('a journal whose log is %s', (log) => {
  it('is not called damaged when it goes while it is looked at', async () => {
    // Bug it would catch: a project opened with the start, and over it a dialog about the empty document of before, whose
    // journal was just being removed.
    const folder = temporaryFolder()
    const journal = await halfRemoved(folder, log)
    const store = openStore(folder)
    let asked = 0
    vi.spyOn(store, 'settled').mockImplementation(() => {
      asked += 1
      // The first wait is before anything is read; whoever closes the document gets on while this one waits again.
      if (asked === 2) rmSync(journal, { recursive: true })
      return Promise.resolve()
    })
    expect(await listAbandonedJournals(store)).toEqual([])
    expect(asked).toBe(2)
  })

  it('is told of when it stays', async () => {
    // Bug it would catch: damage that is hidden because it might have been a race.
    const folder = temporaryFolder()
    await halfRemoved(folder, log)
    const found = await listAbandonedJournals(openStore(folder))
    expect(found.map(({ journalId, readable }) => [journalId, readable])).toEqual([[ID, false]])
  })
})
