import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Checkpoint } from '../../../../../electron/importer/checkpoint/checkpoint.ts'
import { CheckpointError } from '../../../../../electron/importer/checkpoint/checkpoint-error.ts'
import { MemorySource } from './memory-source.ts'
import * as pieces from './pickle-assembler.ts'
import { storedZip } from './stored-zip.ts'

/** Set FUZZ_RUNS to search longer and FUZZ_SEED to search elsewhere. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 4)

const small = fc.integer({ min: -2, max: 6 })
const key = fc.constantFrom('storage', '0', '1', 'weight', 'module.weight', '__proto__', 'state_dict', '')
const counts = fc.array(fc.oneof(small, fc.constantFrom(2 ** 31, 2 ** 53 - 1)), { maxLength: 4 })

/** Single opcodes with their arguments, valid ones and others, and whole tensors that may be wrong. */
const piece: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.integer({ min: 0, max: 255 }).map((opcode) => Uint8Array.of(opcode)),
  fc.constantFrom(
    pieces.MARK,
    pieces.TUPLE,
    pieces.EMPTY_DICT,
    pieces.EMPTY_LIST,
    pieces.SET_ITEM,
    pieces.APPEND,
    pieces.REDUCE,
    pieces.BUILD,
    pieces.PERSISTENT,
    Uint8Array.of(0x75), // SETITEMS
    Uint8Array.of(0x65), // APPENDS
    Uint8Array.of(0x94), // MEMOIZE
  ),
  fc.integer({ min: 0, max: 3 }).map(pieces.put),
  fc.integer({ min: 0, max: 3 }).map(pieces.get),
  key.map(pieces.text),
  small.map(pieces.integer),
  fc
    .constantFrom('_rebuild_tensor_v2', '_rebuild_parameter', '_rebuild_tensor')
    .map((name) => pieces.global('torch._utils', name)),
  fc.constantFrom('FloatStorage', 'HalfStorage', 'Size').map((name) => pieces.global('torch', name)),
  fc
    .record({ key: fc.constantFrom('0', '1'), elements: small, offset: small, shape: counts, strides: counts })
    .map(pieces.tensor),
)

const program = fc.array(piece, { maxLength: 40 })

async function openProgram(parts: readonly Uint8Array[]): Promise<Checkpoint> {
  const data = pieces.pickle(...parts)
  const storages = ['0', '1'].map((name) => ({ name: `x/data/${name}`, data: new Uint8Array(16) }))
  const bytes = storedZip([{ name: 'x/data.pkl', data }, ...storages])
  return await Checkpoint.fromSource('x.pth', new MemorySource(bytes))
}

async function openOrExplain(parts: readonly Uint8Array[]): Promise<Checkpoint | undefined> {
  try {
    return await openProgram(parts)
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError)
    return undefined
  }
}

describe('pickles that no one would write', () => {
  it('random programs end in tensors inside their data, or in a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (parts) => {
        const checkpoint = await openOrExplain(parts)
        for (const name of checkpoint?.tensors.keys() ?? []) await checkpoint?.read(name)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  }, 120_000)

  it('random tensors in an honest dict are read with as many numbers as they claim, or refused', async () => {
    let accepted = 0
    const sizes = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 })
    const claim = fc.record({ shape: sizes, strides: sizes, offset: fc.integer({ min: 0, max: 2 }) })
    await fc.assert(
      fc.asyncProperty(claim, async (tensor) => {
        const checkpoint = await openOrExplain([pieces.dict(pieces.text('weight'), pieces.tensor(tensor))])
        if (checkpoint === undefined) return
        accepted += 1
        expect(await checkpoint.read('weight')).toHaveLength(tensor.shape.reduce((product, size) => product * size, 1))
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(accepted).toBeGreaterThan(RUNS / 20)
  }, 120_000)
})
