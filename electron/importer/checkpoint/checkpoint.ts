import { basename } from 'node:path'
import type { ByteRange } from './bytes/byte-range.ts'
import type { ByteSource } from './bytes/byte-source.ts'
import { openFileSource } from './bytes/file-source.ts'
import type { CheckpointContents } from './checkpoint-contents.ts'
import { CheckpointError, quoted } from './checkpoint-error.ts'
import { recogniseFormat } from './file-kind.ts'
import { readLegacyCheckpoint } from './legacy/legacy-checkpoint.ts'
import { digestSource } from './source-digest.ts'
import { findStateDict, type StateDict } from './state-dict.ts'
import type { ReadOptions } from './tensors/read-options.ts'
import { elementCount, type TensorDescriptor } from './tensors/tensor-descriptor.ts'
import { readTensor } from './tensors/tensor-reader.ts'
import { exactDecoder, float32Decoder, type TensorValues } from './tensors/tensor-values.ts'
import { readZipCheckpoint } from './zip/zip-checkpoint.ts'

/**
 * A state dict that torch.save wrote, in its zip or its legacy format. Opening reads the list of tensors only;
 * numbers are read when asked for. All errors are CheckpointErrors that name the file, or the signal's reason.
 */
export class Checkpoint {
  /** The file's name without its folder. */
  readonly fileName: string
  readonly byteLength: number
  readonly format: 'zip' | 'legacy'
  /** By name, `module.` prefixes taken off, in the file's order. */
  readonly tensors: StateDict
  readonly #source: ByteSource
  readonly #contents: CheckpointContents

  private constructor(fileName: string, source: ByteSource, contents: CheckpointContents) {
    this.fileName = fileName
    this.byteLength = source.size
    this.format = contents.format
    this.tensors = findStateDict(contents.object)
    this.#source = source
    this.#contents = contents
  }

  /** Opens a file. */
  static async open(path: string, signal?: AbortSignal): Promise<Checkpoint> {
    const fileName = basename(path)
    const source = await namingFile(fileName, () => openFileSource(path))
    return await Checkpoint.fromSource(fileName, source, signal)
  }

  /** Takes over `source`: disposes it with the checkpoint, or at once where it is refused. */
  static async fromSource(fileName: string, source: ByteSource, signal?: AbortSignal): Promise<Checkpoint> {
    return await namingFile(fileName, async () => {
      try {
        const format = await recogniseFormat(source)
        const read = format === 'zip' ? readZipCheckpoint : readLegacyCheckpoint
        return new Checkpoint(fileName, source, await read(source, signal))
      } catch (error) {
        await source.dispose()
        throw error
      }
    })
  }

  /** Sizes of every tensor, for recognition. */
  shapes(): ReadonlyMap<string, readonly number[]> {
    return new Map([...this.tensors].map(([name, { shape }]) => [name, shape]))
  }

  /** A tensor's numbers, row-major and exact (int64 as bigint). */
  async read(name: string, options: ReadOptions = {}): Promise<TensorValues> {
    return await namingFile(this.fileName, async () => {
      const { tensor, range } = this.#find(name)
      const decoder = exactDecoder(tensor.storage.elementType, elementCount(tensor.shape))
      return await readTensor(this.#source, range, tensor, decoder, options)
    })
  }

  /** A tensor's numbers, row-major, as float32 whatever their stored type. */
  async readFloat32(name: string, options: ReadOptions = {}): Promise<Float32Array<ArrayBuffer>> {
    return await namingFile(this.fileName, async () => {
      const { tensor, range } = this.#find(name)
      const decoder = float32Decoder(tensor.storage.elementType, elementCount(tensor.shape))
      return await readTensor(this.#source, range, tensor, decoder, options)
    })
  }

  /** Reads the whole file once, checks the archive's checksums and returns the file's SHA-256 in hex. */
  async verify(options: ReadOptions = {}): Promise<string> {
    return await namingFile(this.fileName, () => digestSource(this.#source, this.#contents.checksums, options))
  }

  #find(name: string): { readonly tensor: TensorDescriptor; readonly range: ByteRange } {
    const tensor = this.tensors.get(name)
    const range = tensor && this.#contents.storages.get(tensor.storage.key)
    if (tensor === undefined || range === undefined) {
      throw new CheckpointError('not-a-state-dict', `it has no tensor ${quoted(name)}; choose the file that has.`)
    }
    return { tensor, range }
  }

  async dispose(): Promise<void> {
    await this.#source.dispose()
  }
}

/** Puts the file's name before the sentence of a CheckpointError. */
async function namingFile<Result>(fileName: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error
    throw new CheckpointError(error.code, `${fileName}: ${error.message}`, { cause: error })
  }
}
