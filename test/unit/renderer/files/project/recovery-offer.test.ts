import { expect, it } from 'vitest'
import type { Recovery } from '../../../../../electron/contract/project-journal.ts'
import { RecoveryOffer, type RecoveryOfferParts } from '../../../../../renderer/files/project/recovery-offer.ts'

const FOUND: readonly Recovery[] = [
  { journalId: 'untouched', title: 'a', changedAt: '2026-01-01T00:00:00Z', changeCount: 0 },
  { journalId: 'touched', title: 'b', changedAt: '2026-01-01T00:00:00Z', changeCount: 3 },
  {
    journalId: 'newer',
    title: 'c',
    changedAt: '2026-01-01T00:00:00Z',
    changeCount: 0,
    problem: 'a newer Cocanvas wrote it',
    unreadable: true,
  },
]

function offer(journalKept: boolean): { offer: RecoveryOffer; discarded: string[] } {
  const discarded: string[] = []
  const parts = {
    shell: {
      listRecoveries: () => Promise.resolve([...FOUND]),
      readRecovery: () => Promise.resolve({ content: {} }),
      discardJournal: (journalId: string) => Promise.resolve(void discarded.push(journalId)),
    },
    session: { open: () => Promise.resolve(journalKept) },
    commands: { leaveFor: async (act: () => Promise<void>) => act().then(() => true) },
    announcer: { attempt: (act: () => Promise<void>) => act().catch(() => undefined) },
  } as unknown as RecoveryOfferParts
  return { offer: new RecoveryOffer(parts), discarded }
}

// Bug it would catch: a journal that nobody understands, taken for an untouched one and removed without a question.
it('offers what cannot be read too, and removes only what nothing happened in', async () => {
  const { offer: found, discarded } = offer(true)
  await found.look()
  expect(discarded).toEqual(['untouched'])
  expect(found.recoveries.get().map(({ journalId }) => journalId)).toEqual(['touched', 'newer'])
})

// Bug it would catch: on a full disk the old journal was removed although the new one had never been written.
it.each([
  [true, ['touched']],
  [false, []],
])('removes the old journal only once its successor is on the disk (%s)', async (kept, removed) => {
  const { offer: found, discarded } = offer(kept)
  const [, touched] = FOUND
  if (touched !== undefined) await found.restore(touched)
  expect(discarded).toEqual(removed)
})

// Bug it would catch: the offer that stayed over the restored document, because removing its old journal had failed.
it('closes at once, stays closed when the old journal cannot be removed, and comes back when nothing was restored', async () => {
  const shown: number[] = []
  const outcome = { opens: true }
  const parts = {
    shell: {
      listRecoveries: () => Promise.resolve([...FOUND]),
      readRecovery: () => Promise.resolve({ content: {} }),
      discardJournal: (id: string) => (id === 'touched' ? Promise.reject(new Error('busy')) : Promise.resolve()),
    },
    session: { open: () => Promise.resolve(true) },
    commands: {
      leaveFor: async (act: () => Promise<void>) => {
        shown.push(found.recoveries.get().length)
        if (outcome.opens) await act()
        return outcome.opens
      },
    },
    announcer: { attempt: (act: () => Promise<void>) => act().catch(() => undefined) },
  } as unknown as RecoveryOfferParts
  const found = new RecoveryOffer(parts)
  const [, touched] = FOUND
  if (touched === undefined) throw new Error('The list above lacks it.')
  await found.look()
  await found.restore(touched)
  expect(found.recoveries.get()).toEqual([])
  await found.look()
  outcome.opens = false
  await found.restore(touched)
  expect(shown).toEqual([0, 0])
  expect(found.recoveries.get().map(({ journalId }) => journalId)).toEqual(['touched', 'newer'])
})
