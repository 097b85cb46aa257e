import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../../../../electron/files/checksum.ts'
import { fields, latin1 } from '../../importer/checkpoint/stored-zip.ts'

/** An entry to be written; `name` and `content` as they are, the rest only to tell lies. */
export interface HostileEntry {
  readonly name: string
  readonly content: Uint8Array
  /** Already packed; otherwise `content` is deflated. */
  readonly packed?: Uint8Array
  readonly size?: number
  readonly checksum?: number
  readonly method?: number
  readonly flags?: number
  readonly headerPosition?: number
}

/** A deflated zip archive, each of whose statements can be a lie. */
export function hostileZip(entries: readonly HostileEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let position = 0
  for (const entry of entries) {
    const { name, content, packed = deflateRawSync(content), size = content.length, method = 8, flags = 0 } = entry
    const { checksum = crc32(content), headerPosition = position } = entry
    const shared = fields(
      ...([
        [2, flags],
        [2, method],
        [4, 0],
        [4, checksum],
        [4, packed.length],
        [4, size],
        [2, name.length],
      ] as const),
    )
    parts.push(fields([4, 0x04034b50], [2, 20]), shared, fields([2, 0]), latin1(name), packed)
    directory.push(fields([4, 0x02014b50], [4, 20]), shared, fields([4, 0], [4, 0], [4, 0], [4, headerPosition]))
    directory.push(latin1(name))
    position += 30 + name.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const count = entries.length
  const end = fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, listing.length], [4, position], [2, 0])
  return Buffer.concat([...parts, listing, end])
}
