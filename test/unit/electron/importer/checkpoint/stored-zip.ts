import { updateCrc32 } from '../../../../../electron/files/checksum.ts'

/** An entry to be written; `name` and `data` as they are, the rest only to tell lies. */
export interface StoredEntry {
  readonly name: string
  readonly data: Uint8Array
  readonly crc32?: number
  readonly method?: number
  readonly flags?: number
  readonly localName?: string
  readonly headerPosition?: number
}

/** A zip archive of stored entries, as torch writes them (without padding). */
export function storedZip(entries: readonly StoredEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let position = 0
  for (const entry of entries) {
    const { name, data, method = 0, flags = 0, localName = name, headerPosition = position } = entry
    const sum = entry.crc32 ?? updateCrc32(0, data)
    const local = fields([4, 0x04034b50], [2, 45], [2, flags], [2, method], [4, 0], [4, sum], [4, data.length])
    parts.push(local, fields([4, data.length], [2, localName.length], [2, 0]), latin1(localName), data)
    const central = fields([4, 0x02014b50], [4, 45], [2, flags], [2, method], [4, 0], [4, sum], [4, data.length])
    directory.push(central, fields([4, data.length], [2, name.length], [4, 0], [4, 0], [4, 0], [4, headerPosition]))
    directory.push(latin1(name))
    position += 30 + localName.length + data.length
  }
  const listing = Buffer.concat(directory)
  const count = entries.length
  const end = fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, listing.length], [4, position], [2, 0])
  return Buffer.concat([...parts, listing, end])
}

/** Little-endian unsigned fields of the given widths in bytes. */
export function fields(...widthsAndValues: readonly (readonly [width: number, value: number | bigint])[]): Uint8Array {
  return Buffer.concat(
    widthsAndValues.map(([width, value]) => {
      const bytes = Buffer.alloc(8)
      bytes.writeBigUInt64LE(BigInt(value))
      return bytes.subarray(0, width)
    }),
  )
}

export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
