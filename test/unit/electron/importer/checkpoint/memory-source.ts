import { requireRange, type ByteSource } from '../../../../../electron/importer/checkpoint/bytes/byte-source.ts'

/** Bytes in memory behind the reader's port; counts what is read. */
export class MemorySource implements ByteSource {
  readonly size: number
  readonly #bytes: Uint8Array
  bytesRead = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.size = bytes.length
  }

  readInto(position: number, target: Uint8Array): Promise<void> {
    requireRange(this.size, position, target.length, 'a range')
    target.set(this.#bytes.subarray(position, position + target.length))
    this.bytesRead += target.length
    return Promise.resolve()
  }

  dispose(): Promise<void> {
    return Promise.resolve()
  }
}
