import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { Checkpoint } from '../../../../../electron/importer/checkpoint/checkpoint.ts'
import { asNumbers, checkpointFixture, readExpectedTensors } from './expected-tensors.ts'

const expected = readExpectedTensors()
const opened: Checkpoint[] = []

async function openFixture(file: string): Promise<Checkpoint> {
  const checkpoint = await Checkpoint.open(checkpointFixture(file))
  opened.push(checkpoint)
  return checkpoint
}

afterEach(async () => {
  for (const checkpoint of opened.splice(0)) await checkpoint.dispose()
})

describe.each(Object.entries(expected))('%s, written by torch', (file, tensors) => {
  it('lists every tensor with its shape and type, in order', async () => {
    const checkpoint = await openFixture(file)
    const found = [...checkpoint.tensors].map(([name, { shape, storage }]) => [name, shape, storage.elementType])
    expect(found).toEqual(Object.entries(tensors).map(([name, { shape, type }]) => [name, shape, type]))
    expect(checkpoint.format).toBe(file.includes('.zip.') ? 'zip' : 'legacy')
  })

  it('reads every number exactly as torch does: strides, offsets, shared storages, narrow floats', async () => {
    const checkpoint = await openFixture(file)
    for (const [name, { values, type }] of Object.entries(tensors)) {
      const found = [...(await checkpoint.read(name))]
      expect(found, name).toEqual(type === 'int64' ? values.map(BigInt) : asNumbers(values))
    }
  })

  it('reads every tensor as float32 rounded as torch rounds', async () => {
    const checkpoint = await openFixture(file)
    for (const [name, { values }] of Object.entries(tensors)) {
      const found = [...(await checkpoint.readFloat32(name))]
      expect(found, name).toEqual(asNumbers(values).map(Math.fround))
    }
  })

  it('verifies, and gives the SHA-256 of the whole file', async () => {
    const checkpoint = await openFixture(file)
    const bytes = readFileSync(checkpointFixture(file))
    let told = 0
    const digest = await checkpoint.verify({ onBytes: (count) => (told += count) })
    expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(told).toBe(bytes.length)
  })

  it('tells progress that adds up to the bytes of each tensor, or a progress bar would stick', async () => {
    const checkpoint = await openFixture(file)
    const bytes: Record<string, number> = {
      float64: 8,
      int64: 8,
      float32: 4,
      int32: 4,
      float16: 2,
      bfloat16: 2,
      int16: 2,
    }
    for (const [name, { values, type }] of Object.entries(tensors)) {
      let told = 0
      await checkpoint.read(name, { onBytes: (count) => (told += count) })
      expect(told, name).toBe(values.length * (bytes[type] ?? 1))
    }
  })
})

describe('a checkpoint', () => {
  it('stops before reading when its signal is already aborted', async () => {
    const checkpoint = await openFixture('network.zip.pth')
    const signal = AbortSignal.abort(new Error('cancelled by the user'))
    await expect(checkpoint.read('1.weight', { signal })).rejects.toThrow('cancelled by the user')
    await expect(checkpoint.verify({ signal })).rejects.toThrow('cancelled by the user')
    await expect(Checkpoint.open(checkpointFixture('network.zip.pth'), signal)).rejects.toThrow('cancelled by the user')
  })

  it('names a tensor that it lacks instead of returning nothing', async () => {
    const checkpoint = await openFixture('network.legacy.pth')
    await expect(checkpoint.read('7.weight')).rejects.toThrow(
      "network.legacy.pth: it has no tensor '7.weight'; choose the file that has.",
    )
  })
})
