import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { JournalStore } from '../../../../../electron/services/journal/journal-store.ts'
import { listAbandonedJournals, readAbandonedJournal } from '../../../../../electron/services/journal/recoveries.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { sampleLabels, sampleProject } from '../project/sample-project.ts'

const ID = 'document-1'
const SUBJECT = { title: 'Lake', path: '/home/user/lake.cocanvas' }

/** A stroke that paints a square of one class at a place. */
function stroke(
  x: number,
  classId: number,
): { patches: [{ layerId: string; x: number; y: number; width: number; height: number; data: Uint8Array }] } {
  return { patches: [{ layerId: 'ground', x, y: 0, width: 2, height: 2, data: new Uint8Array(4).fill(classId) }] }
}

/** Its files are closed when the test ends, as those of a process that is gone. */
function openStore(folder: string, maxLogBytes?: number): JournalStore {
  const store = new JournalStore(folder, maxLogBytes)
  onTestFinished(() => store.dispose())
  return store
}

/** A session that painted strokes at 0, 2, 4 … and then was gone without a word. */
async function abandonedSession(folder: string, strokes: number): Promise<string> {
  const store = openStore(folder)
  await store.start(ID, SUBJECT, sampleProject())
  for (let index = 0; index < strokes; index++) await store.append(ID, stroke(index * 2, 100 + index))
  return path.join(folder, 'journals', ID)
}

function logOf(journal: string): string {
  return path.join(journal, readdirSync(journal).find((name) => name.endsWith('.log')) ?? '')
}

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
    expect((await readAbandonedJournal(openStore(folder), ID)).content.labelLayers[0]?.labels.data[0]).toBe(9)
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

  it('is left alone while the session that writes it runs', async () => {
    const folder = temporaryFolder()
    const journal = await abandonedSession(folder, 1)
    const header = path.join(journal, 'journal.json')
    // Another process that surely runs: the one that started this one.
    writeFileSync(header, readFileSync(header, 'utf8').replace(String(process.pid), String(process.ppid)))
    expect(await listAbandonedJournals(openStore(folder))).toEqual([])
  })

  it('is found again when the number of its process was given to another one after a restart of the machine', async () => {
    const folder = temporaryFolder()
    const journal = await abandonedSession(folder, 1)
    const header = path.join(journal, 'journal.json')
    const stored = readFileSync(header, 'utf8')
      .replace(String(process.pid), String(process.ppid))
      .replace(/"machineStart": \d+/, '"machineStart": 1000')
    writeFileSync(header, stored)
    expect(await listAbandonedJournals(openStore(folder))).toHaveLength(1)
  })
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
    expect(readdirSync(path.join(folder, 'journals', ID))).toHaveLength(3)
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
    expect((await listAbandonedJournals(openStore(folder)))[0]?.changeCount).toBeLessThan(20)
    expect(readdirSync(path.join(folder, 'journals', ID))).toHaveLength(3)
  })

  it('says so when there is nothing to recover', async () => {
    await expect(readAbandonedJournal(openStore(temporaryFolder()), ID)).rejects.toThrow(/no longer be recovered/)
  })
})
