import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { tearReader } from '../../../../scripts/torture/tear-readers.ts'
import { tornReaders } from '../../../../scripts/torture/readers/reader-table.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'cocanvas-torn-'))
const readers = await tornReaders(path.resolve(import.meta.dirname, '../../../..'), folder)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a reader of what comes from outside', () => {
  // Bug it would catch: a file or message that ends the program, hangs it, or fails without a sentence for the user.
  it.each(readers.map((reader) => [reader.name, reader] as const))(
    'refuses or accepts every mutant in good order: %s',
    async (_name, reader) => {
      const report = await tearReader(reader, 200, 1)
      expect(report.faults).toEqual([])
      expect(report.accepted + report.refused).toBe(200)
      // Bug it would catch: inputs that are all refused at the door, so that nothing behind it is ever tried.
      expect(report.accepted).toBeGreaterThan(0)
    },
  )

  it('is told faults when it has them', async () => {
    const [reader] = readers
    if (reader === undefined) throw new Error('There are readers.')
    const broken = { ...reader, read: () => Promise.reject(new TypeError('undefined is not a function')) }
    expect((await tearReader(broken, 3, 1)).faults).toHaveLength(3)
  })
})
