import { createHash } from 'node:crypto'
import type { ByteSource } from './bytes/byte-source.ts'
import { updateCrc32 } from '../../files/checksum.ts'
import type { RangeChecksum } from './checkpoint-contents.ts'
import { CheckpointError, DOWNLOAD_AGAIN, quoted } from './checkpoint-error.ts'
import type { ReadOptions } from './tensors/read-options.ts'

const CHUNK_BYTES = 4 * 1024 * 1024

/**
 * Reads the whole file once: returns its SHA-256 (hex) and compares every range with its CRC-32.
 * @throws CheckpointError `damaged` naming the first range that differs.
 */
export async function digestSource(
  source: ByteSource,
  checksums: readonly RangeChecksum[],
  { signal, onBytes }: ReadOptions,
): Promise<string> {
  const hash = createHash('sha256')
  const sums = new RangeSums(checksums)
  const buffer = new Uint8Array(Math.min(CHUNK_BYTES, source.size))
  for (let position = 0; position < source.size; position += buffer.length) {
    signal?.throwIfAborted()
    const chunk = buffer.subarray(0, Math.min(buffer.length, source.size - position))
    await source.readInto(position, chunk)
    hash.update(chunk)
    sums.update(position, chunk)
    onBytes?.(chunk.length)
  }
  sums.finish()
  return hash.digest('hex')
}

/** Sums up disjoint ranges, given in file order, as the file passes by in chunks. */
class RangeSums {
  readonly #ranges: readonly RangeChecksum[]
  #current = 0
  #crc = 0

  constructor(ranges: readonly RangeChecksum[]) {
    this.#ranges = ranges
  }

  update(position: number, chunk: Uint8Array): void {
    const chunkEnd = position + chunk.length
    for (;;) {
      const sum = this.#ranges[this.#current]
      if (sum === undefined || sum.range.position >= chunkEnd) return
      const { position: start, length } = sum.range
      const from = Math.max(0, start - position)
      const to = Math.min(chunk.length, start + length - position)
      this.#crc = updateCrc32(this.#crc, chunk.subarray(from, to))
      if (start + length > chunkEnd) return
      this.#close(sum)
    }
  }

  /** The remaining ranges are empty ones at the end of the file. */
  finish(): void {
    for (const sum of this.#ranges.slice(this.#current)) this.#close(sum)
  }

  #close(sum: RangeChecksum): void {
    if (this.#crc !== sum.crc32) {
      const message = `the file is damaged (${quoted(sum.name)} does not match its checksum); ${DOWNLOAD_AGAIN}.`
      throw new CheckpointError('damaged', message)
    }
    this.#crc = 0
    this.#current += 1
  }
}
