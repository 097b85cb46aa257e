import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Checkpoint } from '../../../../../electron/importer/checkpoint/checkpoint.ts'
import { CheckpointError } from '../../../../../electron/importer/checkpoint/checkpoint-error.ts'
import { checkpointFixture } from './expected-tensors.ts'
import { MemorySource } from './memory-source.ts'

/** Set FUZZ_RUNS to search longer and FUZZ_SEED to search elsewhere. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 4)

const FILES = [
  'element-types.zip.pth',
  'element-types.legacy.pth',
  'views.zip.pth',
  'views.legacy.pth',
  'nested.zip.pth',
  'nested.legacy.pth',
  'protocol-4.zip.pth',
  'compressed.zip.pth',
  'hostile.legacy.pth',
]

/** The reader's own limit on what a tensor may claim beyond its data: 4 Mi elements, at most 8 bytes each. */
const MOST_BYTES = 32 * 1024 * 1024

const LONGEST_MS = 5_000

/** Everything there is to read: the tensors in name order, or the sentence of the refusal. */
async function readAll(bytes: Uint8Array): Promise<Map<string, string> | string> {
  const source = new MemorySource(bytes)
  try {
    const checkpoint = await Checkpoint.fromSource('x.pth', source)
    const contents = new Map<string, string>()
    for (const name of checkpoint.tensors.keys()) {
      const values = await checkpoint.read(name)
      expect(values.byteLength).toBeLessThanOrEqual(MOST_BYTES)
      contents.set(name, values.byteLength < 65_536 ? values.join() : `${String(values.length)} values`)
    }
    await checkpoint.verify()
    return contents
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error
    expect(error.message).toMatch(/^x\.pth: .{10,}\.$/s)
    return error.message
  }
}

type Edit = (bytes: Uint8Array) => Uint8Array

/** A place as a fraction of the length, so that shrinking and other edits keep it valid. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const at = (bytes: Uint8Array, fraction: number): number => Math.floor(bytes.length * fraction)

const extremeNumbers = fc.constantFrom(
  0n,
  1n,
  0x7fn,
  0xffn,
  0xffffn,
  0x7fffffffn,
  0xffffffffn,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
)

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 0, max: 7 })).map(([where, bit]): Edit => (bytes) => {
    const index = at(bytes, where)
    return bytes.with(index, (bytes[index] ?? 0) ^ (1 << bit))
  }),
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(
    ([where, value]): Edit =>
      (bytes) =>
        bytes.with(at(bytes, where), value),
  ),
  place.map(
    (where): Edit =>
      (bytes) =>
        bytes.slice(0, at(bytes, where)),
  ),
  fc.tuple(place, fc.integer({ min: 1, max: 40 })).map(([where, count]): Edit => (bytes) => {
    const index = at(bytes, where)
    return Uint8Array.from([...bytes.subarray(0, index), ...bytes.subarray(index + count)])
  }),
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 20 })).map(([where, more]): Edit => (bytes) => {
    const index = at(bytes, where)
    return Uint8Array.from([...bytes.subarray(0, index), ...more, ...bytes.subarray(index)])
  }),
  fc.tuple(place, extremeNumbers, fc.constantFrom(1, 2, 4, 8)).map(([where, value, width]): Edit => (bytes) => {
    const copy = Buffer.concat([bytes, Buffer.alloc(8)])
    const number = Buffer.alloc(8)
    number.writeBigUInt64LE(value)
    copy.set(number.subarray(0, width), at(bytes, where))
    return Uint8Array.from(copy.subarray(0, bytes.length))
  }),
  fc.tuple(place, place, fc.integer({ min: 1, max: 64 })).map(([from, to, count]): Edit => (bytes) => {
    const copy = Uint8Array.from(bytes)
    copy.copyWithin(at(bytes, to), at(bytes, from), at(bytes, from) + count)
    return copy
  }),
)

function load(file: string): Uint8Array {
  return Uint8Array.from(readFileSync(checkpointFixture(file)))
}

describe('damaged copies of real checkpoints', () => {
  it.each(FILES)(
    `%s: ${String(RUNS)} copies end in numbers or a sentence, never in a crash, a hang or a flood`,
    async (file) => {
      const original = load(file)
      const before = process.memoryUsage()
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
          let bytes = original
          for (const change of edits) if (bytes.length > 0) bytes = change(bytes)
          const start = performance.now()
          await readAll(bytes)
          expect(performance.now() - start).toBeLessThan(LONGEST_MS)
        }),
        { numRuns: RUNS, seed: SEED },
      )
      expect(process.memoryUsage().rss - before.rss).toBeLessThan(400 * 1024 * 1024)
    },
    120_000 + RUNS * 20,
  )
})

describe('a checkpoint cut short', () => {
  it.each(['network.zip.pth', 'network.legacy.pth'])(
    '%s is refused at every length',
    async (file) => {
      const bytes = load(file)
      for (let length = 0; length < bytes.length; length += 1) {
        const outcome = await readAll(bytes.subarray(0, length))
        expect(typeof outcome, `cut to ${String(length)} bytes`).toBe('string')
      }
    },
    120_000,
  )
})

describe('one flipped bit in a zip checkpoint', () => {
  it('never changes a number or a name unnoticed', async () => {
    const bytes = load('wrapped.zip.pth')
    const truth = await readAll(bytes)
    expect(truth).toBeInstanceOf(Map)
    // Every 13th bit, which meets each bit of a byte in turn.
    for (let bit = 0; bit < bytes.length * 8; bit += 13) {
      const index = bit >>> 3
      const outcome = await readAll(bytes.with(index, (bytes[index] ?? 0) ^ (1 << (bit & 7))))
      if (typeof outcome !== 'string') expect(outcome, `bit ${String(bit)}`).toEqual(truth)
    }
  }, 120_000)
})
