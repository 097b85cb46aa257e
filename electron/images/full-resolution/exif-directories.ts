/** One entry of an Exif directory; `value` holds its values in little-endian order, however they were stored. */
export interface ExifEntry {
  readonly tag: number
  /** TIFF 6.0 field type, 1..13. */
  readonly type: number
  readonly count: number
  readonly value: Uint8Array
}

/** What is kept of an Exif structure: the picture's directory, the camera's and the position's. Thumbnails are not. */
export interface ExifDirectories {
  readonly picture: readonly ExifEntry[]
  readonly camera: readonly ExifEntry[]
  readonly position: readonly ExifEntry[]
}

/** Bytes of one unit of each field type and units per value; rationals are two units of four bytes. */
const UNIT_BYTES = [0, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8, 4]
const UNITS = [0, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1]

const ORIENTATION = 0x0112
const CAMERA_DIRECTORY = 0x8769
const POSITION_DIRECTORY = 0x8825
const PIXEL_WIDTH = 0xa002
const PIXEL_HEIGHT = 0xa003
/** Points to bytes outside the structure, which are not kept. */
const INTEROPERABILITY = 0xa005
/** Tags of the picture's directory that describe it in words; the others say how pixels are stored, which changes. */
const DESCRIPTIVE = new Set([
  0x010e, 0x010f, 0x0110, 0x011a, 0x011b, 0x0128, 0x0131, 0x0132, 0x013b, 0x8298, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e,
  0x9c9f,
])

/**
 * Reads an Exif structure (Exif 2.32, 4.6.2) for a picture whose pixels have been turned upright: Orientation becomes 1,
 * the size is the picture's, the thumbnail is left out since it shows the photo before the edit.
 *
 * @returns undefined for bytes that are no such structure; damaged entries are left out
 */
export function readExif(bytes: Uint8Array, size: { width: number; height: number }): ExifDirectories | undefined {
  if (bytes.length < 8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.getUint16(0) === 0x4949
  if (!little && view.getUint16(0) !== 0x4d4d) return undefined
  if (view.getUint16(2, little) !== 42) return undefined
  const source = { bytes, view, little }
  const all = readDirectory(source, view.getUint32(4, little))
  const inner = (tag: number): readonly ExifEntry[] => {
    const pointer = all.find((entry) => entry.tag === tag)
    return pointer === undefined ? [] : readDirectory(source, firstWord(pointer.value))
  }
  const camera = inner(CAMERA_DIRECTORY)
    .filter(({ tag }) => tag !== INTEROPERABILITY)
    .map((entry) =>
      entry.tag === PIXEL_WIDTH
        ? longEntry(PIXEL_WIDTH, size.width)
        : entry.tag === PIXEL_HEIGHT
          ? longEntry(PIXEL_HEIGHT, size.height)
          : entry,
    )
  const picture = all.filter(({ tag }) => DESCRIPTIVE.has(tag))
  return { picture: [...picture, shortEntry(ORIENTATION, 1)], camera, position: inner(POSITION_DIRECTORY) }
}

interface Source {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly little: boolean
}

function readDirectory({ bytes, view, little }: Source, start: number): readonly ExifEntry[] {
  if (start < 8 || start + 2 > bytes.length) return []
  const entries: ExifEntry[] = []
  const count = view.getUint16(start, little)
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * 12
    if (at + 12 > bytes.length) break
    const tag = view.getUint16(at, little)
    const type = view.getUint16(at + 2, little)
    const values = view.getUint32(at + 4, little)
    const unit = UNIT_BYTES[type] ?? 0
    const length = values * unit * (UNITS[type] ?? 0)
    const from = length <= 4 ? at + 8 : view.getUint32(at + 8, little)
    if (unit === 0 || length === 0 || from + length > bytes.length) continue
    const value = bytes.slice(from, from + length)
    if (!little) for (let byte = 0; byte < length; byte += unit) value.subarray(byte, byte + unit).reverse()
    entries.push({ tag, type, count: values, value })
  }
  return entries
}

/** Bytes of a TIFF structure that holds the directories, as Exif segments store it: little-endian, first directory at 8. */
export function writeExif(exif: ExifDirectories): Uint8Array {
  const header = Uint8Array.of(0x49, 0x49, 42, 0, 8, 0, 0, 0)
  return joined([header, writeDirectories(exif, [], 8)])
}

/**
 * The directories as bytes that will stand at `start` of a file; further entries of the picture's directory may be given.
 * @throws RangeError when `start` is odd
 */
export function writeDirectories(exif: ExifDirectories, further: readonly ExifEntry[], start: number): Uint8Array {
  if (start % 2 !== 0) throw new RangeError('A directory stands at an even place.')
  const own = [...exif.picture, ...further]
  const pointers = [
    ...(exif.camera.length > 0 ? [longEntry(CAMERA_DIRECTORY, 0)] : []),
    ...(exif.position.length > 0 ? [longEntry(POSITION_DIRECTORY, 0)] : []),
  ]
  const cameraStart = start + directoryBytes([...own, ...pointers])
  const positionStart = cameraStart + (exif.camera.length > 0 ? directoryBytes(exif.camera) : 0)
  const placed = pointers.map(({ tag }) => longEntry(tag, tag === CAMERA_DIRECTORY ? cameraStart : positionStart))
  return joined([
    writeDirectory([...own, ...placed], start),
    ...(exif.camera.length > 0 ? [writeDirectory(exif.camera, cameraStart)] : []),
    ...(exif.position.length > 0 ? [writeDirectory(exif.position, positionStart)] : []),
  ])
}

function directoryBytes(entries: readonly ExifEntry[]): number {
  return 2 + entries.length * 12 + 4 + entries.reduce((sum, { value }) => sum + outside(value.length), 0)
}

/** Bytes that a value takes beside its entry, padded to an even number. */
function outside(length: number): number {
  return length <= 4 ? 0 : length + (length % 2)
}

function writeDirectory(unsorted: readonly ExifEntry[], start: number): Uint8Array {
  const entries = [...unsorted].sort((one, other) => one.tag - other.tag)
  const bytes = new Uint8Array(directoryBytes(entries))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, entries.length, true)
  let free = 2 + entries.length * 12 + 4
  entries.forEach(({ tag, type, count, value }, index) => {
    const at = 2 + index * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, count, true)
    if (value.length <= 4) {
      bytes.set(value, at + 8)
      return
    }
    view.setUint32(at + 8, start + free, true)
    bytes.set(value, free)
    free += outside(value.length)
  })
  return bytes
}

/** An entry of one 16-bit number, or several. */
export function shortEntry(tag: number, ...values: readonly number[]): ExifEntry {
  const value = new Uint8Array(values.length * 2)
  const view = new DataView(value.buffer)
  values.forEach((each, index) => {
    view.setUint16(index * 2, each, true)
  })
  return { tag, type: 3, count: values.length, value }
}

/** An entry of one 32-bit number, or several. */
export function longEntry(tag: number, ...values: readonly number[]): ExifEntry {
  const value = new Uint8Array(values.length * 4)
  const view = new DataView(value.buffer)
  values.forEach((each, index) => {
    view.setUint32(index * 4, each, true)
  })
  return { tag, type: 4, count: values.length, value }
}

/** An entry of uninterpreted bytes. */
export function bytesEntry(tag: number, type: 1 | 7, value: Uint8Array): ExifEntry {
  return { tag, type, count: value.length, value }
}

function firstWord(value: Uint8Array): number {
  return value.length < 4 ? 0 : new DataView(value.buffer, value.byteOffset, 4).getUint32(0, true)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
