import { ProjectError } from './project-error.ts'

/** One file of a zip, still packed. */
export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly packed: Uint8Array
  /** Bytes once unpacked, as the directory promises. */
  readonly size: number
  readonly checksum: number
}

const END_SIGNATURE = 0x06054b50
const DIRECTORY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const DIRECTORY_ENTRY_BYTES = 46
const LOCAL_HEADER_BYTES = 30
const MAX_COMMENT_BYTES = 0xffff
const MAX_ENTRIES = 4096
const METHODS: Readonly<Partial<Record<number, ZipEntry['method']>>> = { 0: 'stored', 8: 'deflated' }

/** Plain relative names of letters, digits, dots, dashes and single slashes: no way out of the container. */
const SAFE_NAME = /^(?!\.)[A-Za-z0-9._-]+(\/(?!\.)[A-Za-z0-9._-]+)*$/

/**
 * The directory of a zip (APPNOTE 4.3, without zip64, encryption and split archives, which projects never use).
 *
 * @throws ProjectError for a cut, damaged or hostile file: names that point outside, entries that repeat or lie
 *   beyond the file.
 */
export function readZipDirectory(bytes: Uint8Array, name: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) {
    throw new ProjectError(`${name} is no Cocanvas project or was cut short: open a backup or another file.`)
  }
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) throw damaged(name)
  const entries = new Map<string, ZipEntry>()
  let position = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (position + DIRECTORY_ENTRY_BYTES > end || view.getUint32(position, true) !== DIRECTORY_SIGNATURE) {
      throw damaged(name)
    }
    const entry = readEntry(bytes, view, position, name)
    if (entries.has(entry.name)) throw damaged(name)
    entries.set(entry.name, entry)
    position += DIRECTORY_ENTRY_BYTES + trailingBytes(view, position)
  }
  return [...entries.values()]
}

function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES
  for (let position = last; position >= Math.max(0, last - MAX_COMMENT_BYTES); position--) {
    if (view.getUint32(position, true) === END_SIGNATURE) return position
  }
  return undefined
}

function readEntry(bytes: Uint8Array, view: DataView, position: number, file: string): ZipEntry {
  const nameLength = view.getUint16(position + 28, true)
  const nameStart = position + DIRECTORY_ENTRY_BYTES
  const name = new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength))
  if (!SAFE_NAME.test(name)) {
    throw new ProjectError(
      `${file} holds a file with a forbidden name, so it is no project of Cocanvas: do not trust it.`,
    )
  }
  const encrypted = (view.getUint16(position + 8, true) & 1) !== 0
  const method = METHODS[view.getUint16(position + 10, true)]
  if (encrypted || method === undefined) {
    throw new ProjectError(`${file} is packed in a way that Cocanvas does not use: save it again with Cocanvas.`)
  }
  const packedSize = view.getUint32(position + 20, true)
  const header = view.getUint32(position + 42, true)
  if (header + LOCAL_HEADER_BYTES > bytes.length || view.getUint32(header, true) !== LOCAL_SIGNATURE) {
    throw damaged(file)
  }
  const start = header + LOCAL_HEADER_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + packedSize > bytes.length) throw damaged(file)
  return {
    name,
    method,
    packed: bytes.subarray(start, start + packedSize),
    size: view.getUint32(position + 24, true),
    checksum: view.getUint32(position + 16, true),
  }
}

/** Name, extra field and comment that follow a directory entry. */
function trailingBytes(view: DataView, position: number): number {
  return view.getUint16(position + 28, true) + view.getUint16(position + 30, true) + view.getUint16(position + 32, true)
}

function damaged(name: string): ProjectError {
  return new ProjectError(`${name} is damaged (its table of contents does not fit the file): open a backup of it.`)
}
