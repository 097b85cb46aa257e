import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { uptime } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { listAbandonedJournals, readAbandonedJournal } from '../../../../../electron/services/journal/recoveries.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { sampleLabels, sampleProject } from '../project/sample-project.ts'
import { abandonedSession, ID, logOf, openStore, stroke, SUBJECT } from './journal-session.ts'

describe('a journal after a crash', () => {
  it('gives back every finished stroke', async () => {
    const folder = temporaryFolder()
    await abandonedSession(folder, 3)
    const later = openStore(folder)
    const [found] = await listAbandonedJournals(later)
    expect(found).toMatchObject({ journalId: ID, title: 'Lake', path: SUBJECT.path, changeCount: 3 })
    const { content } = await readAbandonedJournal(later, ID)
    const row = content.labelLayers[0]?.labels.data.subarray(0, 8)
    expect([...(row ?? [])]).toEqual([100, 100, 101, 101, 102, 102, ...sampleLabels(96, 64).data.subarray(6, 8)])
    expect(content.labelLayers[1]).toEqual(sampleProject().labelLayers[1])
  })

  // Bug it would catch: a stroke that is only in memory for a while, or whose promise resolves before the disk has it.
  it('holds a stroke as soon as its promise has resolved', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await store.start(ID, SUBJECT, sampleProject())
    const before = statSync(logOf(path.join(folder, 'journals', ID))).size
    await store.append(ID, stroke(0, 9))
    expect(statSync(logOf(path.join(folder, 'journals', ID))).size).toBeGreaterThan(before)
    // What a power cut at this moment leaves.
    const after = temporaryFolder()
    cpSync(folder, after, { recursive: true })
    expect((await readAbandonedJournal(openStore(after), ID)).content.labelLayers[0]?.labels.data[0]).toBe(9)
  })

  // Bug it would catch: a half-written last stroke that makes the whole document unreadable.
  it('loses no more than the stroke that a power cut left half-written', async () => {
    const folder = temporaryFolder()
    const journal = await abandonedSession(folder, 3)
    const log = logOf(journal)
    const whole = readFileSync(log)
    for (const missing of [1, 5, 12]) {
      writeFileSync(log, whole)
      truncateSync(log, whole.length - missing)
      const { content } = await readAbandonedJournal(openStore(folder), ID)
      expect([...(content.labelLayers[0]?.labels.data.subarray(0, 4) ?? [])]).toEqual([100, 100, 101, 101])
    }
    writeFileSync(log, whole)
    appendFileSync(log, Buffer.from('garbage that looks like nothing'))
    expect((await listAbandonedJournals(openStore(folder)))[0]?.changeCount).toBe(3)
  })

  // Bug it would catch: after a change of the clock a second instance took a living document for a dead one and removed it.
  it('is left alone while it is open, whatever the clock and the process numbers say', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await store.start(ID, SUBJECT, sampleProject())
    await store.append(ID, stroke(0, 9))
    const other = openStore(folder)
    vi.setSystemTime(new Date(Date.now() + 3600_000))
    onTestFinished(() => void vi.useRealTimers())
    expect(await listAbandonedJournals(other)).toEqual([])
    await expect(readAbandonedJournal(other, ID)).rejects.toThrow(/open in another window/)
    await expect(other.discard(ID)).rejects.toThrow(/open in another window/)
    await expect(other.start(ID, SUBJECT, sampleProject())).rejects.toThrow(/open in another window/)
    await other.dispose()
    await store.append(ID, stroke(2, 10))
    await store.dispose()
    expect(await listAbandonedJournals(openStore(folder))).toMatchObject([{ changeCount: 2 }])
  })

  // Bug it would catch: recoveries that were hidden because another process has the number of the dead one by now.
  it.each([1, process.pid, process.ppid])(
    'is found although the process %i runs, which once wrote it',
    async (number) => {
      const folder = temporaryFolder()
      const header = path.join(await abandonedSession(folder, 1), 'journal.json')
      const stored = JSON.parse(readFileSync(header, 'utf8')) as object
      const machineStart = Math.round(Date.now() - uptime() * 1000)
      writeFileSync(header, JSON.stringify({ ...stored, owner: { process: number, machineStart } }))
      expect(await listAbandonedJournals(openStore(folder))).toMatchObject([{ changeCount: 1, readable: true }])
    },
  )
})

describe('a journal in a session', () => {
  it('is gone for good once its document was closed on purpose', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await store.start(ID, SUBJECT, sampleProject())
    await store.discard(ID)
    expect(existsSync(path.join(folder, 'journals', ID))).toBe(false)
    await expect(store.append(ID, stroke(0, 1))).rejects.toThrow(/keeps no journal/)
    expect(await listAbandonedJournals(openStore(folder))).toEqual([])
  })

  // Bug it would catch: after a save, strokes from before it are laid over the saved state once more.
  it('begins anew from what was saved', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await store.start(ID, SUBJECT, sampleProject())
    await store.append(ID, stroke(0, 77))
    await store.start(ID, { title: 'Renamed' }, sampleProject())
    await store.append(ID, stroke(2, 78))
    await store.dispose()
    const [found] = await listAbandonedJournals(openStore(folder))
    expect(found).toMatchObject({ title: 'Renamed', changeCount: 1 })
    const { content } = await readAbandonedJournal(openStore(folder), ID)
    expect([...(content.labelLayers[0]?.labels.data.subarray(0, 4) ?? [])]).toEqual([0, 7, 78, 78])
    expect(readdirSync(path.join(folder, 'journals', ID))).toHaveLength(4)
  })

  // Bug it would catch: a day's painting whose recovery replays a hundred thousand strokes, or a fold that loses some.
  it('folds a long log into its base without losing a stroke', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder, 300)
    await store.start(ID, SUBJECT, sampleProject())
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.append(ID, stroke(index * 2, 100 + index))))
    await store.dispose()
    const { content } = await readAbandonedJournal(openStore(folder), ID)
    const painted = content.labelLayers[0]?.labels.data.subarray(0, 40) ?? new Uint8Array()
    expect([...painted]).toEqual(Array.from({ length: 40 }, (_, place) => 100 + Math.floor(place / 2)))
    // Bug it would catch: a long session that counted as untouched after a fold, and went without a question.
    expect((await listAbandonedJournals(openStore(folder)))[0]?.changeCount).toBe(20)
    expect(readdirSync(path.join(folder, 'journals', ID))).toHaveLength(4)
  })

  it('says so when there is nothing to recover', async () => {
    await expect(readAbandonedJournal(openStore(temporaryFolder()), ID)).rejects.toThrow(/no longer be recovered/)
  })
})
