import { ByteCursor } from '../bytes/byte-cursor.ts'
import type { ByteRange } from '../bytes/byte-range.ts'
import { readBytes, type ByteSource } from '../bytes/byte-source.ts'
import { CheckpointError, damaged, quoted } from '../checkpoint-error.ts'
import type { ZipDirectory, ZipDirectoryEntry } from './zip-directory.ts'

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30

/** A stored entry: its bytes lie in the file as they are. */
export interface ZipEntry {
  readonly name: string
  readonly crc32: number
  readonly range: ByteRange
}

/**
 * Lists an archive's stored entries by name, in file order, each with the range of its bytes.
 * Every local header is checked against the directory, and no two entries may overlap.
 * @throws CheckpointError `unsupported` naming an entry that is compressed or encrypted; `damaged`.
 */
export async function locateZipEntries(
  source: ByteSource,
  directory: ZipDirectory,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const inFileOrder = directory.entries.toSorted((one, other) => one.headerPosition - other.headerPosition)
  const entries = new Map<string, ZipEntry>()
  let free = 0
  for (const stated of inFileOrder) {
    signal?.throwIfAborted()
    requireStored(stated)
    if (stated.headerPosition < free) throw damaged(`the archive's entry ${quoted(stated.name)} overlaps another`)
    const position = await findData(source, stated)
    free = position + stated.length
    if (free > directory.position) throw damaged(`the archive's entry ${quoted(stated.name)} reaches past its end`)
    entries.set(stated.name, { name: stated.name, crc32: stated.crc32, range: { position, length: stated.length } })
  }
  return entries
}

/** Data follow the local header, whose padding the directory does not know (torch aligns data to 64 bytes). */
async function findData(source: ByteSource, stated: ZipDirectoryEntry): Promise<number> {
  const what = `the archive's entry ${quoted(stated.name)}`
  const length = LOCAL_BYTES + stated.name.length
  const cursor = new ByteCursor(await readBytes(source, stated.headerPosition, length, what), what)
  if (cursor.uint32() !== LOCAL_SIGNATURE) throw damaged(`${what} is not where it should be`)
  cursor.skip(LOCAL_BYTES - 4 - 2 - 2)
  const nameLength = cursor.uint16()
  const extraLength = cursor.uint16()
  if (nameLength !== stated.name.length || cursor.utf8(nameLength) !== stated.name) {
    throw damaged(`${what} goes by another name in its own header`)
  }
  return stated.headerPosition + length + extraLength
}

function requireStored({ name, packing }: ZipDirectoryEntry): void {
  if (packing === 'stored') return
  const message = `the archive's entry ${quoted(name)} is ${packing}, which torch.save never does; unpack the original .pth file from this archive, or save it again with torch.save.`
  throw new CheckpointError('unsupported', message)
}
