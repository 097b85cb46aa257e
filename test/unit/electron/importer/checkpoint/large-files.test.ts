import { mkdtemp, open as openFile, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Checkpoint } from '../../../../../electron/importer/checkpoint/checkpoint.ts'
import { dict, legacyHead, pickle, tensor, text } from './pickle-assembler.ts'
import { fields, latin1 } from './stored-zip.ts'

const MIB = 1024 * 1024

/** What the reader may hold beside the tensor that it reads (the bound). */
const ALLOWANCE = 200 * MIB

/** 1.25 GiB and more: beyond any buffer that could hold the file at once unnoticed. */
const LARGE_ELEMENTS = 5 * 64 * MIB
const SMALL_ELEMENTS = 1_000

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cocanvas-large-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** Largest resident size while `work` runs, beyond that at its start. */
async function residentGrowth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss()
  let highest = before
  const sampler = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5)
  try {
    await work()
  } finally {
    clearInterval(sampler)
  }
  return Math.max(highest, process.memoryUsage.rss()) - before
}

const large = { key: '0', elements: LARGE_ELEMENTS }
const columns = LARGE_ELEMENTS / 1024

/** A small tensor after a huge one, a slice of the huge one, and one column of it (1,024 reads far apart). */
const object = (legacy: boolean): Uint8Array =>
  pickle(
    dict(
      ...[text('huge'), tensor({ ...large, shape: [1024, columns], strides: [columns, 1], legacy })],
      ...[
        text('slice'),
        tensor({ ...large, offset: LARGE_ELEMENTS - 8 * MIB, shape: [8 * MIB], strides: [1], legacy }),
      ],
      ...[text('column'), tensor({ ...large, offset: 7, shape: [1024], strides: [columns], legacy })],
      ...[text('small'), tensor({ key: '1', elements: SMALL_ELEMENTS, shape: [SMALL_ELEMENTS], strides: [1], legacy })],
    ),
  )

const smallNumbers = Float32Array.from({ length: SMALL_ELEMENTS }, (_, index) => index)

/** A file of which only what is written takes room on disk. */
async function writeSparse(name: string, write: (file: FileHandle) => Promise<void>): Promise<string> {
  const path = join(folder, name)
  const file = await openFile(path, 'w')
  await write(file).finally(() => file.close())
  return path
}

async function writeLegacy(): Promise<string> {
  return await writeSparse('large.legacy.pth', async (file) => {
    const head = Buffer.concat([legacyHead(object(true), ['0', '1']), fields([8, LARGE_ELEMENTS])])
    await file.write(head, 0, head.length, 0)
    const tail = Buffer.concat([fields([8, SMALL_ELEMENTS]), new Uint8Array(smallNumbers.buffer)])
    await file.write(tail, 0, tail.length, head.length + LARGE_ELEMENTS * 4)
  })
}

/** The huge entry lies beyond 4 GiB, so its place is in a zip64 field. */
async function writeZip64(): Promise<string> {
  const entries = [
    { name: 'x/data.pkl', length: object(false).length, position: 0, data: object(false) },
    { name: 'x/data/1', length: SMALL_ELEMENTS * 4, position: 100_000, data: new Uint8Array(smallNumbers.buffer) },
    { name: 'x/data/0', length: LARGE_ELEMENTS * 4, position: 4096 * MIB + 1, data: new Uint8Array(0) },
  ]
  return await writeSparse('large.zip.pth', async (file) => {
    const directory: Uint8Array[] = []
    for (const { name, length, position, data } of entries) {
      const local = [
        fields([4, 0x04034b50], [4, 45], [6, 0], [8, 0], [4, 0], [2, name.length], [2, 0]),
        latin1(name),
        data,
      ]
      await file.write(Buffer.concat(local), 0, undefined, position)
      const sizes = fields([4, length], [4, length], [2, name.length], [2, 12], [8, 0])
      const start = fields([4, 0x02014b50], [4, 45], [2, 0], [2, 0], [4, 0], [4, 0])
      directory.push(start, sizes, fields([2, 0], [4, 0xffffffff]), latin1(name), fields([2, 1], [2, 8], [8, position]))
    }
    const listing = Buffer.concat(directory)
    const position = 4096 * MIB + 1 + 38 + LARGE_ELEMENTS * 4
    const record = fields([4, 0x06064b50], [8, 44], [4, 0], [8, 0], [8, 3], [8, 3], [8, listing.length], [8, position])
    const locator = fields([4, 0x07064b50], [4, 0], [8, position + listing.length], [4, 1])
    const end = fields([4, 0x06054b50], [4, 0], [2, 0xffff], [2, 0xffff], [8, 2n ** 64n - 1n], [2, 0])
    await file.write(Buffer.concat([listing, record, locator, end]), 0, undefined, position)
  })
}

describe.each([
  ['a legacy stream of 1.25 GiB', writeLegacy],
  ['a zip64 archive of 5.25 GiB', writeZip64],
])('%s', (_, write) => {
  it('is opened and its small tensors read in little memory, wherever they lie', async () => {
    const path = await write()
    const growth = await residentGrowth(async () => {
      const checkpoint = await Checkpoint.open(path)
      expect(await checkpoint.readFloat32('small')).toEqual(smallNumbers)
      expect(await checkpoint.readFloat32('column')).toEqual(new Float32Array(1024))
      expect(await checkpoint.readFloat32('slice')).toHaveLength(8 * MIB)
      await checkpoint.dispose()
    })
    expect(growth).toBeLessThan(8 * MIB * 4 + ALLOWANCE)
  })

  it('stops within a chunk when cancelled in the middle of its huge tensor', async () => {
    const checkpoint = await Checkpoint.open(await write())
    const controller = new AbortController()
    let told = 0
    const onBytes = (count: number): void => {
      told += count
      if (told > 64 * MIB) controller.abort(new Error('cancelled by the user'))
    }
    const reading = checkpoint.readFloat32('huge', { signal: controller.signal, onBytes })
    await expect(reading).rejects.toThrow('cancelled by the user')
    expect(told).toBeLessThan(80 * MIB)
    await checkpoint.dispose()
  })
})
