import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ProjectChange } from '../../../../../electron/contract/project-journal.ts'
import { applyChange } from '../../../../../electron/services/journal/apply-change.ts'
import { PageJournals } from '../../../../../electron/services/journal/page-journals.ts'
import { listAbandonedJournals, readAbandonedJournal } from '../../../../../electron/services/journal/recoveries.ts'
import { PROJECT_LIMITS } from '../../../../../electron/services/project/project-limits.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { sampleProject } from '../project/sample-project.ts'
import { abandonedSession, ID, logOf, openStore, stroke, SUBJECT } from './journal-session.ts'

describe('a journal that cannot be read', () => {
  // Bug it would catch: recoveries that are hidden without a word, or deleted because nobody understood them.
  it.each([
    ['its header is of a newer format', 'journal.json', '{"formatVersion":2,"all":"different"}', /newer Cocanvas/],
    ['its header is damaged', 'journal.json', '{"formatVersion":', /journal\.json.*damaged/],
    ['its header is gone', 'journal.json', undefined, /journal\.json.*missing/],
    ['its base is gone', 'base-0.cocanvas', undefined, /base-0\.cocanvas.*missing/],
    ['its log is gone', 'changes-0.log', undefined, /changes-0\.log.*missing/],
  ])('is shown with the reason when %s, and set aside instead of deleted', async (_what, file, content, reason) => {
    const folder = temporaryFolder()
    const journal = await abandonedSession(folder, 2)
    if (content === undefined) rmSync(path.join(journal, file))
    else writeFileSync(path.join(journal, file), content)
    const store = openStore(folder)
    const [found] = await listAbandonedJournals(store)
    expect(found).toMatchObject({ journalId: ID, readable: false })
    expect(found?.problem).toMatch(reason)
    await expect(readAbandonedJournal(store, ID)).rejects.toThrow(/cannot be recovered/)
    const before = readdirSync(journal).sort()
    await store.discard(ID)
    expect(readdirSync(path.join(folder, 'journals-set-aside', ID)).sort()).toEqual(before)
    expect(await listAbandonedJournals(store)).toEqual([])
  })

  it('says so when steps in the middle cannot be read, and gives what comes before', async () => {
    const folder = temporaryFolder()
    const log = logOf(await abandonedSession(folder, 3))
    const bytes = readFileSync(log)
    const second = 8 + bytes.readUInt32LE(0)
    bytes.writeUInt8(bytes.readUInt8(second + 10) ^ 1, second + 10)
    writeFileSync(log, bytes)
    const [found] = await listAbandonedJournals(openStore(folder))
    expect(found).toMatchObject({ changeCount: 1, readable: true, problem: 'steps after these cannot be read' })
  })

  it('is not one that was begun and never confirmed', async () => {
    const folder = temporaryFolder()
    const journal = await abandonedSession(folder, 0)
    rmSync(path.join(journal, 'journal.json'))
    expect(await listAbandonedJournals(openStore(folder))).toEqual([])
  })
})

describe('a journal whose page is gone', () => {
  // Bug it would catch: a journal that stayed "open" until the program restarted, so that the fresh page got no offer.
  it('is offered to the next page of the same program, and not before', async () => {
    const store = openStore(temporaryFolder())
    const [crashed, fresh] = [new PageJournals(store), new PageJournals(store)]
    await crashed.start(ID, SUBJECT, sampleProject())
    const last = crashed.append(ID, stroke(0, 9))
    expect(await listAbandonedJournals(store)).toEqual([])
    await expect(fresh.discard(ID)).rejects.toThrow(/open in another window/)
    await expect(fresh.append(ID, stroke(0, 1))).rejects.toThrow(/open in another window/)
    crashed.release()
    expect(await listAbandonedJournals(store)).toMatchObject([{ journalId: ID, changeCount: 1 }])
    await last
    expect((await readAbandonedJournal(store, ID)).content.labelLayers[0]?.labels.data[0]).toBe(9)
    await fresh.discard(ID)
    expect(await listAbandonedJournals(store)).toEqual([])
  })
})

describe('a journal on a full disk', () => {
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })

  async function fileMethods(folder: string): Promise<FileHandle> {
    const file = await open(path.join(folder, 'probe'), 'w')
    await file.close()
    return Object.getPrototypeOf(file) as FileHandle
  }

  // Bug it would catch: one failed step after which every later one was lost, although there was room again.
  it('says so, appends nothing to the gap, and resumes with a fresh generation', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await store.start(ID, SUBJECT, sampleProject())
    await store.append(ID, stroke(0, 100))
    const writes = vi.spyOn(await fileMethods(folder), 'write').mockRejectedValue(full)
    onTestFinished(() => writes.mockRestore())
    await expect(store.append(ID, stroke(2, 101))).rejects.toThrow(/because the disk is full/)
    writes.mockRestore()
    await expect(store.append(ID, stroke(4, 102))).rejects.toThrow(/not being kept safe/)
    const meanwhile = temporaryFolder()
    cpSync(folder, meanwhile, { recursive: true })
    expect(await listAbandonedJournals(openStore(meanwhile))).toMatchObject([{ changeCount: 1 }])
    const whole = [stroke(0, 100), stroke(2, 101), stroke(4, 102)].reduce(applyChange, sampleProject())
    await store.start(ID, SUBJECT, whole)
    await store.append(ID, stroke(6, 103))
    await store.dispose()
    const { content } = await readAbandonedJournal(openStore(folder), ID)
    expect([...(content.labelLayers[0]?.labels.data.subarray(0, 8) ?? [])]).toEqual([
      100, 100, 101, 101, 102, 102, 103, 103,
    ])
  })

  // Bug it would catch: the old journal was given up before the new one was on the disk.
  it.each([
    ['its base', 0],
    ['its header, after a base that takes room', 1],
  ])('keeps the last generation, and only that, while the next cannot be written: %s', async (_what, written) => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    await store.start(ID, SUBJECT, sampleProject())
    await store.append(ID, stroke(0, 100))
    const methods = await fileMethods(folder)
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the file that the double is called on
    const { writeFile } = methods
    const writes = vi.spyOn(methods, 'writeFile')
    writes.mockImplementation(function (this: FileHandle, ...given) {
      return writes.mock.calls.length > written ? Promise.reject(full) : writeFile.apply(this, given)
    })
    onTestFinished(() => writes.mockRestore())
    await expect(store.start(ID, SUBJECT, sampleProject())).rejects.toThrow(/the disk is full/)
    writes.mockRestore()
    await store.dispose()
    expect(await listAbandonedJournals(openStore(folder))).toMatchObject([{ changeCount: 1, readable: true }])
    expect(readdirSync(path.join(folder, 'journals', ID)).filter((name) => name.includes('-1.'))).toEqual([])
  })

  it('begins at the second try when the first found no room', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder)
    const writes = vi.spyOn(await fileMethods(folder), 'writeFile').mockRejectedValue(full)
    onTestFinished(() => writes.mockRestore())
    await expect(store.start(ID, SUBJECT, sampleProject())).rejects.toThrow(/the disk is full/)
    writes.mockRestore()
    await store.start(ID, SUBJECT, sampleProject())
    await store.append(ID, stroke(0, 100))
    await store.dispose()
    expect(await listAbandonedJournals(openStore(folder))).toMatchObject([{ changeCount: 1 }])
  })
})

describe('the largest step of a journal', () => {
  // Bug it would catch: a step of 257 MiB that was acknowledged and could not be read again, nor anything after it.
  it('can be read again, and a larger one is refused and leaves no gap behind it', async () => {
    const store = openStore(temporaryFolder())
    await store.start(ID, SUBJECT, sampleProject())
    const picture = (bytes: number): ProjectChange => ({
      pictures: [{ id: 'large', mediaType: 'image/png', bytes: new Uint8Array(bytes) }],
    })
    await store.append(ID, picture(PROJECT_LIMITS.stepBytes - 200))
    await store.append(ID, stroke(0, 9))
    await store.release(ID)
    expect(await listAbandonedJournals(store)).toMatchObject([{ changeCount: 2, readable: true }])
    const other = 'document-2'
    await store.start(other, SUBJECT, sampleProject())
    await expect(store.append(other, picture(PROJECT_LIMITS.stepBytes))).rejects.toThrow(/257 MB.*256 MB/)
    await store.release(other)
    expect((await listAbandonedJournals(store)).find(({ journalId }) => journalId === other)).toMatchObject({
      changeCount: 0,
    })
  }, 60_000)
})
