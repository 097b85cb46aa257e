import { ByteCursor } from '../bytes/byte-cursor.ts'
import type { ByteRange } from '../bytes/byte-range.ts'
import { readBytes, type ByteSource } from '../bytes/byte-source.ts'
import type { CheckpointContents } from '../checkpoint-contents.ts'
import { CheckpointError, damaged, quoted } from '../checkpoint-error.ts'
import { LONGEST_PICKLE } from '../pickle/pickle-limits.ts'
import { ELEMENT_BYTES } from '../tensors/element-type.ts'
import type { StorageDescriptor } from '../tensors/tensor-descriptor.ts'
import { readLegacyHead, type LegacyHead } from './legacy-head.ts'

/** Holds the pickles of all but extraordinary files. */
const FIRST_BYTES = 256 * 1024

const COUNT_BYTES = 8

/**
 * Reads what torch < 1.6 writes: five pickles (see legacy-head.ts), then for each storage key an int64 count and
 * the raw elements.
 */
export async function readLegacyCheckpoint(source: ByteSource, signal?: AbortSignal): Promise<CheckpointContents> {
  const head = await readGrowingHead(source, signal)
  const storages = await locateStorages(source, head, signal)
  return { format: 'legacy', object: head.object, storages, checksums: [] }
}

/** The length of the pickles is nowhere stated, so the head is read again, longer, until they fit. */
async function readGrowingHead(source: ByteSource, signal?: AbortSignal): Promise<LegacyHead> {
  for (let length = FIRST_BYTES; ; length *= 8) {
    signal?.throwIfAborted()
    const available = Math.min(length, source.size)
    const bytes = await readBytes(source, 0, available, 'its list of tensors')
    try {
      return readLegacyHead(bytes)
    } catch (error) {
      const mayGrow = available < source.size && length < LONGEST_PICKLE
      if (!(error instanceof CheckpointError) || error.code !== 'truncated' || !mayGrow) throw error
    }
  }
}

async function locateStorages(
  source: ByteSource,
  head: LegacyHead,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, ByteRange>> {
  const ranges = new Map<string, ByteRange>()
  let position = head.end
  for (const key of head.storageKeys) {
    signal?.throwIfAborted()
    const storage = head.storages.get(key)
    if (storage === undefined || ranges.has(key)) throw damaged(`it holds the unexpected data ${quoted(key)}`)
    await requireStatedCount(source, position, storage)
    const range = { position: position + COUNT_BYTES, length: storage.elements * ELEMENT_BYTES[storage.elementType] }
    position = range.position + range.length
    ranges.set(key, range)
  }
  for (const key of head.storages.keys()) {
    if (!ranges.has(key)) throw damaged(`the data ${quoted(key)} are missing`)
  }
  if (position > source.size) {
    const message = `the file is cut short (${String(position - source.size)} bytes are missing at its end); download or copy it again.`
    throw new CheckpointError('truncated', message)
  }
  return ranges
}

async function requireStatedCount(source: ByteSource, position: number, storage: StorageDescriptor): Promise<void> {
  const what = `the data ${quoted(storage.key)}`
  const count = new ByteCursor(await readBytes(source, position, COUNT_BYTES, what), what).uint64()
  if (count !== storage.elements) {
    throw damaged(`${what} hold ${String(count)} numbers instead of ${String(storage.elements)}`)
  }
}
