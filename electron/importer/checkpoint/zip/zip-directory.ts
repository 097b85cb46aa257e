import { ByteCursor } from '../bytes/byte-cursor.ts'
import { readBytes, type ByteSource } from '../bytes/byte-source.ts'
import { CheckpointError, damaged, quoted } from '../checkpoint-error.ts'
import { locateZipDirectory, type ZipDirectoryLocation } from './zip-end-record.ts'

const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_BYTES = 46
const ZIP64_FIELD = 0x0001
const IN_ZIP64_FIELD = 0xffffffff
const ENCRYPTED_FLAG = 1
const STORED = 0

/** A checkpoint has one entry per tensor; CoCosNet's have fewer than 200. */
const MOST_ENTRIES = 20_000
const LONGEST_DIRECTORY = 16 * 1024 * 1024

/** An entry as the central directory states it. */
export interface ZipDirectoryEntry {
  readonly name: string
  readonly packing: 'stored' | 'compressed' | 'encrypted'
  readonly crc32: number
  /** Bytes when unpacked. */
  readonly length: number
  readonly headerPosition: number
}

/** Where the directory starts, and its entries. */
export interface ZipDirectory {
  readonly position: number
  readonly entries: readonly ZipDirectoryEntry[]
}

/** Reads an archive's table of contents, zip64 or not. @throws CheckpointError `damaged`, `truncated`, `too-large`. */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const location = await locateZipDirectory(source)
  requireSaneSize(location)
  const what = "the archive's table of contents"
  const cursor = new ByteCursor(await readBytes(source, location.position, location.length, what), what)
  const byName = new Map<string, ZipDirectoryEntry>()
  for (let index = 0; index < location.entries; index += 1) {
    const entry = readEntry(cursor)
    if (byName.has(entry.name)) throw damaged(`the archive lists ${quoted(entry.name)} twice`)
    byName.set(entry.name, entry)
  }
  if (cursor.position !== location.length) throw damaged(`${what} is longer than its entries`)
  return { position: location.position, entries: [...byName.values()] }
}

function requireSaneSize({ entries, length }: ZipDirectoryLocation): void {
  if (entries > MOST_ENTRIES || length > LONGEST_DIRECTORY) {
    const message = `the archive claims ${String(entries)} entries, far more than a network has; check which file this is.`
    throw new CheckpointError('too-large', message)
  }
  if (entries * ENTRY_BYTES > length) throw damaged("the archive's table of contents is shorter than its entries")
}

function readEntry(cursor: ByteCursor): ZipDirectoryEntry {
  if (cursor.uint32() !== ENTRY_SIGNATURE) throw damaged("the archive's table of contents is garbled")
  cursor.skip(2 + 2)
  const flags = cursor.uint16()
  const method = cursor.uint16()
  cursor.skip(2 + 2)
  const crc32 = cursor.uint32()
  const stored = cursor.uint32()
  const unpacked = cursor.uint32()
  const nameLength = cursor.uint16()
  const extraLength = cursor.uint16()
  const commentLength = cursor.uint16()
  cursor.skip(2 + 2 + 4)
  const header = cursor.uint32()
  const name = cursor.utf8(nameLength)
  requirePlainName(name)
  const sizes = readZip64Field(cursor.bytes(extraLength), { unpacked, stored, header })
  cursor.skip(commentLength)
  const packing = packingOf(flags, method)
  if (packing === 'stored' && sizes.stored !== sizes.unpacked) throw damaged(`${quoted(name)} has two different sizes`)
  return { name, crc32, length: sizes.unpacked, headerPosition: sizes.header, packing }
}

interface EntrySizes {
  readonly unpacked: number
  readonly stored: number
  readonly header: number
}

/** Fields of 0xffffffff stand, in this order, in the zip64 extra field as 8 bytes each. */
function readZip64Field(extra: Uint8Array, sizes: EntrySizes): EntrySizes {
  const { unpacked, stored, header } = sizes
  if (unpacked !== IN_ZIP64_FIELD && stored !== IN_ZIP64_FIELD && header !== IN_ZIP64_FIELD) return sizes
  const field = findExtraField(extra)
  const wide = (value: number): number => (value === IN_ZIP64_FIELD ? field.uint64() : value)
  return { unpacked: wide(unpacked), stored: wide(stored), header: wide(header) }
}

function findExtraField(extra: Uint8Array): ByteCursor {
  const what = "an archive entry's extra field"
  const cursor = new ByteCursor(extra, what)
  while (cursor.position < extra.length) {
    const id = cursor.uint16()
    const content = cursor.bytes(cursor.uint16())
    if (id === ZIP64_FIELD) return new ByteCursor(content, what)
  }
  throw damaged('an archive entry lacks its zip64 sizes')
}

/** Nothing is ever written under these names, but a strange one means a strange file. */
function requirePlainName(name: string): void {
  const parts = name.split('/')
  const plain = /^[\x20-\x7e]+$/.test(name) && !name.includes('\\') && !parts.includes('..') && parts[0] !== ''
  if (!plain) throw damaged(`the archive has an entry with the name ${quoted(name)}`)
}

function packingOf(flags: number, method: number): ZipDirectoryEntry['packing'] {
  if ((flags & ENCRYPTED_FLAG) !== 0) return 'encrypted'
  return method === STORED ? 'stored' : 'compressed'
}
