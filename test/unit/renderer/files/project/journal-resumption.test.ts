import { expect, it } from 'vitest'
import { JournalResumption } from '../../../../../renderer/files/project/journal-resumption.ts'

// Bug it would catch: after one failed write the journal stayed off for good, although the disk had room again.
it('tells once that strokes are not kept, tries until they are, and tells that', async () => {
  const told: string[] = []
  const answers = [false, false, true]
  let due: (() => void) | undefined
  const resumption: JournalResumption = new JournalResumption({
    announcer: {
      fail: (error) => void told.push(String(error)),
      tell: (_tone, ...message) => void told.push(message[0]),
    },
    begin: () => {
      const kept = answers.shift() ?? true
      // A try that fails is reported like the first failure.
      if (!kept) resumption.interrupted(new Error('still full'))
      return Promise.resolve(kept)
    },
    later: (act) => {
      due = act
      return () => (due = undefined)
    },
  })
  resumption.interrupted(new Error('full'))
  for (let tries = 0; tries < 3; tries++) {
    const act = due
    due = undefined
    act?.()
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
  }
  expect([told, due]).toEqual([['Error: full', 'project.journalResumed'], undefined])
  resumption.interrupted(new Error('full again'))
  expect(told.at(-1)).toBe('Error: full again')
  resumption.dispose()
  expect(due).toBeUndefined()
})
