import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { crc32 } from '../files/checksum.ts'
import { ProjectError } from './project-error.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

const inflate = promisify(inflateRaw)

/** Longest inflated file and sum of all: far above any real project, far below what hurts the machine. */
const MAX_ENTRY_BYTES = 256 * 1024 ** 2
const MAX_TOTAL_BYTES = 1024 ** 3
/** deflate cannot do better than this on real data; a bomb promises more. */
const MAX_RATIO = 1100

/**
 * The files of a zip by name, every length and checksum verified.
 *
 * @param name the file's name for messages
 * @throws ProjectError for anything that is not a plain, whole and modest zip.
 */
export async function readZip(bytes: Uint8Array, name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const directory = readZipDirectory(bytes, name)
  const total = directory.reduce((sum, entry) => sum + entry.size, 0)
  if (total > MAX_TOTAL_BYTES || directory.some(isAbsurd)) {
    throw new ProjectError(
      `${name} would unpack to more than a project can hold: it is damaged or was made to do harm.`,
    )
  }
  const files = new Map<string, Uint8Array>()
  for (const entry of directory) {
    const content = await unpack(entry, name)
    if (content.length !== entry.size || crc32(content) !== entry.checksum) {
      throw new ProjectError(`${name} is damaged (${entry.name} does not fit its checksum): open a backup of it.`)
    }
    files.set(entry.name, content)
  }
  return files
}

function isAbsurd(entry: ZipEntry): boolean {
  return entry.size > MAX_ENTRY_BYTES || entry.size > (entry.packed.length + 64) * MAX_RATIO
}

async function unpack(entry: ZipEntry, name: string): Promise<Uint8Array> {
  if (entry.method === 'stored') return Uint8Array.from(entry.packed)
  try {
    // The bound is the promised size: a stream that holds more is refused, not followed.
    return new Uint8Array(await inflate(entry.packed, { maxOutputLength: Math.max(1, entry.size) }))
  } catch (cause) {
    throw new ProjectError(`${name} is damaged (${entry.name} cannot be unpacked): open a backup of it.`, { cause })
  }
}
