import { readBytes, type ByteSource } from '../bytes/byte-source.ts'
import { ByteCursor } from '../bytes/byte-cursor.ts'
import { CheckpointError, DOWNLOAD_AGAIN, damaged } from '../checkpoint-error.ts'

const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50
const ZIP64_LOCATOR_BYTES = 20
const ZIP64_END_SIGNATURE = 0x06064b50
const ZIP64_END_BYTES = 56

/** Where an archive's central directory lies and how many entries it has. */
export interface ZipDirectoryLocation {
  readonly position: number
  readonly length: number
  readonly entries: number
}

/** Finds the end record (zip64 or not) of an archive that ends exactly where the file ends. */
export async function locateZipDirectory(source: ByteSource): Promise<ZipDirectoryLocation> {
  const tailLength = Math.min(source.size, END_BYTES + LONGEST_COMMENT)
  const tailPosition = source.size - tailLength
  const tail = await readBytes(source, tailPosition, tailLength, 'the end of the archive')
  const endOffset = findEndRecord(tail)
  if (endOffset === undefined) {
    const message = `the file is cut short (the archive's table of contents is missing); ${DOWNLOAD_AGAIN}.`
    throw new CheckpointError('truncated', message)
  }
  const endPosition = tailPosition + endOffset
  const zip64 = await readZip64Location(source, endPosition)
  const location = zip64?.location ?? readLocation(tail, endOffset)
  const limit = zip64?.position ?? endPosition
  if (location.position + location.length > limit) throw damaged('its table of contents lies outside the archive')
  return location
}

/** Searches backwards; the comment's stated length must reach the end of the file exactly. */
function findEndRecord(tail: Uint8Array): number | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let offset = tail.length - END_BYTES; offset >= 0; offset -= 1) {
    const found = view.getUint32(offset, true) === END_SIGNATURE
    if (found && view.getUint16(offset + 20, true) === tail.length - offset - END_BYTES) return offset
  }
  return undefined
}

function readLocation(tail: Uint8Array, endOffset: number): ZipDirectoryLocation {
  const cursor = new ByteCursor(tail, "the archive's end record", endOffset + 4)
  const thisDisk = cursor.uint16()
  const directoryDisk = cursor.uint16()
  const entriesHere = cursor.uint16()
  const entries = cursor.uint16()
  if (thisDisk !== 0 || directoryDisk !== 0 || entriesHere !== entries) {
    throw damaged('the archive claims to span several disks')
  }
  const length = cursor.uint32()
  return { entries, length, position: cursor.uint32() }
}

/** The zip64 end record, which precedes the plain one and overrides it where there is one. */
async function readZip64Location(
  source: ByteSource,
  endPosition: number,
): Promise<{ readonly position: number; readonly location: ZipDirectoryLocation } | undefined> {
  const locatorPosition = endPosition - ZIP64_LOCATOR_BYTES
  if (locatorPosition < 0) return undefined
  const what = "the archive's zip64 end record"
  const locator = new ByteCursor(await readBytes(source, locatorPosition, ZIP64_LOCATOR_BYTES, what), what)
  if (locator.uint32() !== ZIP64_LOCATOR_SIGNATURE) return undefined
  const recordDisk = locator.uint32()
  const position = locator.uint64()
  if (recordDisk !== 0 || position + ZIP64_END_BYTES > locatorPosition) throw damaged(`${what} is misplaced`)
  const record = new ByteCursor(await readBytes(source, position, ZIP64_END_BYTES, what), what)
  if (record.uint32() !== ZIP64_END_SIGNATURE) throw damaged(`${what} is misplaced`)
  record.skip(8 + 2 + 2)
  const thisDisk = record.uint32()
  const directoryDisk = record.uint32()
  const entriesHere = record.uint64()
  const entries = record.uint64()
  if (thisDisk !== 0 || directoryDisk !== 0 || entriesHere !== entries) {
    throw damaged('the archive claims to span several disks')
  }
  const length = record.uint64()
  return { position, location: { entries, length, position: record.uint64() } }
}
