import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CheckpointError } from '../../../../../electron/importer/checkpoint/checkpoint-error.ts'
import {
  elementCount,
  spannedElements,
  type TensorDescriptor,
} from '../../../../../electron/importer/checkpoint/tensors/tensor-descriptor.ts'
import { readTensor } from '../../../../../electron/importer/checkpoint/tensors/tensor-reader.ts'
import { exactDecoder, float32Decoder } from '../../../../../electron/importer/checkpoint/tensors/tensor-values.ts'
import { MemorySource } from './memory-source.ts'

/** Storages lie at an odd place, as nothing in a file need be aligned. */
const POSITION = 3

type View = Pick<TensorDescriptor, 'shape' | 'strides' | 'offset'>

function describeView({ shape, strides, offset }: View, elements: number): TensorDescriptor {
  return { shape, strides, offset, storage: { key: '0', elementType: 'int32', elements } }
}

/** A source whose storage holds 0, 1, 2, … as int32. */
function countingSource(elements: number): MemorySource {
  const bytes = new Uint8Array(POSITION + elements * 4)
  bytes.set(new Uint8Array(Int32Array.from({ length: elements }, (_, index) => index).buffer), POSITION)
  return new MemorySource(bytes)
}

/** Row-major storage indices of a view, the slow and obvious way. */
function expectedIndices({ shape, strides, offset }: View): Int32Array {
  const indices = new Int32Array(elementCount(shape))
  for (let place = 0; place < indices.length; place += 1) {
    let rest = place
    let index = offset
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const size = shape[axis] ?? 1
      index += (rest % size) * (strides[axis] ?? 0)
      rest = Math.floor(rest / size)
    }
    indices[place] = index
  }
  return indices
}

interface Reading {
  readonly values: ArrayBufferView
  readonly told: number
}

/** As bytes: comparing millions of numbers one by one would take the test minutes. */
function sameBytes(one: ArrayBufferView, other: ArrayBufferView): boolean {
  return Buffer.from(one.buffer).equals(Buffer.from(other.buffer))
}

async function readView(source: MemorySource, view: View): Promise<Reading> {
  const elements = (source.size - POSITION) / 4
  const range = { position: POSITION, length: elements * 4 }
  const decoder = exactDecoder('int32', elementCount(view.shape))
  let told = 0
  const onBytes = (count: number): void => void (told += count)
  const values = await readTensor(source, range, describeView(view, elements), decoder, { onBytes })
  return { values, told }
}

describe('readTensor', () => {
  it('gathers any small view: permuted, sliced, expanded, overlapping', async () => {
    const axis = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }))
    const views = fc.tuple(fc.array(axis, { maxLength: 4 }), fc.integer({ min: 0, max: 9 }))
    await fc.assert(
      fc.asyncProperty(views, async ([axes, offset]) => {
        const view = { shape: axes.map(([size]) => size), strides: axes.map(([, stride]) => stride), offset }
        const source = countingSource(offset + spannedElements(view) + 3)
        const { values, told } = await readView(source, view)
        expect(values).toEqual(expectedIndices(view))
        expect(told).toBe(elementCount(view.shape) * 4)
      }),
      { numRuns: 1000, seed: 4 },
    )
  })

  const side = 1500
  const source = countingSource(side * side)

  // 9 MB: more than two of the reader's windows, so each of these moves it.
  it.each<[string, View, number]>([
    ['a transposed matrix', { shape: [side, side], strides: [1, side], offset: 0 }, 1.1],
    ['every other row and column', { shape: [side / 2, side / 2], strides: [2 * side, 2], offset: side + 1 }, 1.1],
    ['a permuted block', { shape: [3, side, 500], strides: [500, side, 1], offset: 0 }, 1.1],
    ['one column', { shape: [side], strides: [side], offset: 7 }, 3],
    ['the first two columns', { shape: [side, 2], strides: [side, 1], offset: 0 }, 3],
  ])('reads %s of 9 MB exactly, and no byte much more often than needed', async (_, view, times) => {
    source.bytesRead = 0
    const { values } = await readView(source, view)
    expect(sameBytes(values, expectedIndices(view))).toBe(true)
    expect(source.bytesRead).toBeLessThan(side * side * 4 * times)
  })

  it('reads rows that overlap, however often they step back', async () => {
    const view = { shape: [1000, 1000], strides: [3, 5], offset: 0 }
    const { values } = await readView(source, view)
    expect(sameBytes(values, expectedIndices(view))).toBe(true)
  })

  it('refuses overlapping rows over more than it may hold, instead of reading the file thousands of times', async () => {
    const shape = [3_000_000, 3]
    const tensor = describeView({ shape, strides: [7, 11], offset: 0 }, 30_000_000)
    const decoder = float32Decoder('int32', 9_000_000)
    const reading = readTensor(source, { position: 0, length: 120_000_000 }, tensor, decoder, {})
    await expect(reading).rejects.toBeInstanceOf(CheckpointError)
  })

  it('converts whole numbers to float32 when asked', async () => {
    const view = { shape: [4], strides: [1], offset: 9 }
    const range = { position: POSITION, length: source.size - POSITION }
    const values = await readTensor(source, range, describeView(view, side * side), float32Decoder('int32', 4), {})
    expect(values).toEqual(Float32Array.of(9, 10, 11, 12))
  })
})
