import type { ByteRange } from './bytes/byte-range.ts'
import type { PickleValue } from './pickle/pickle-value.ts'

/** What either file format comes down to: one pickled object, and where each storage's elements lie. */
export interface CheckpointContents {
  readonly format: 'zip' | 'legacy'
  readonly object: PickleValue
  /** By storage key; every storage that the object refers to has a range of exactly its size. */
  readonly storages: ReadonlyMap<string, ByteRange>
  /** Ranges with the CRC-32 that the archive states for them; none in a legacy stream. */
  readonly checksums: readonly RangeChecksum[]
}

export interface RangeChecksum {
  readonly name: string
  readonly range: ByteRange
  readonly crc32: number
}
