import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { requireRange, type ByteSource } from '../../../electron/importer/checkpoint/bytes/byte-source.ts'
import { CheckpointError } from '../../../electron/importer/checkpoint/checkpoint-error.ts'
import { Checkpoint } from '../../../electron/importer/checkpoint/checkpoint.ts'
import { mutate } from '../mutate.ts'
import type { TornReader } from './torn-reader.ts'

/** PyTorch's files of weights, zipped and not. @param root the repository's, whose fixtures are the sound ones */
export async function checkpointReader(root: string): Promise<TornReader> {
  const names = ['nested.zip.pth', 'nested.legacy.pth', 'views.zip.pth']
  const sound = await Promise.all(names.map((name) => readFile(path.join(root, 'test/fixtures/checkpoints', name))))
  return {
    name: 'checkpoint',
    mutant: (random) => mutate(random.pick(sound), random),
    read: async (bytes) => {
      const checkpoint = await Checkpoint.fromSource('mutant.pth', memorySource(bytes))
      for (const name of checkpoint.tensors.keys()) await checkpoint.readFloat32(name)
      await checkpoint.dispose()
    },
    refuses: (error) => error instanceof CheckpointError,
  }
}

function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    readInto: (position, target) => {
      requireRange(bytes.length, position, target.length, 'a range')
      target.set(bytes.subarray(position, position + target.length))
      return Promise.resolve()
    },
    dispose: () => Promise.resolve(),
  }
}
