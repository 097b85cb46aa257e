import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { crc32 } from '../../files/checksum.ts'
import { ProjectError } from './project-error.ts'
import { PROJECT_LIMITS } from './project-limits.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

const inflate = promisify(inflateRaw)

/** deflate cannot do better than this on real data; a bomb promises more. */
const MAX_RATIO = 1100

/** The files of a zip. A file is unpacked only when it is read. */
export class ZipFiles {
  private readonly entries: ReadonlyMap<string, ZipEntry>
  private readonly name: string
  private inflated = 0

  /**
   * @param name the file's name for messages
   * @throws ProjectError for what is no plain, whole and modest zip
   */
  constructor(bytes: Uint8Array, name: string) {
    const directory = readZipDirectory(bytes, name)
    const total = directory.reduce((sum, entry) => sum + entry.size, 0)
    this.name = name
    if (total > PROJECT_LIMITS.fileBytes || directory.some(isAbsurd)) throw this.tooLarge()
    this.entries = new Map(directory.map((entry) => [entry.name, entry]))
  }

  has(file: string): boolean {
    return this.entries.has(file)
  }

  /**
   * A file of it, its length and checksum verified.
   *
   * @throws ProjectError for one that is missing, larger than `maxBytes`, or damaged, and once all compressed files
   *   together unpack to more than a project can hold
   */
  async read(file: string, maxBytes: number): Promise<Uint8Array> {
    const entry = this.entries.get(file)
    if (entry === undefined)
      throw new ProjectError(`${this.name} is no whole Cocanvas project (${file} is missing): open a backup of it.`)
    this.inflated += entry.method === 'deflated' ? entry.size : 0
    if (entry.size > maxBytes || this.inflated > PROJECT_LIMITS.inflatedBytes) throw this.tooLarge()
    const content = await unpack(entry, this.name)
    if (content.length !== entry.size || crc32(content) !== entry.checksum) {
      throw new ProjectError(`${this.name} is damaged (${file} does not fit its checksum): open a backup of it.`)
    }
    return content
  }

  private tooLarge(): ProjectError {
    return new ProjectError(
      `${this.name} would unpack to more than a project can hold: it is damaged or was made to do harm.`,
    )
  }
}

function isAbsurd(entry: ZipEntry): boolean {
  return entry.size > PROJECT_LIMITS.partBytes || entry.size > (entry.packed.length + 64) * MAX_RATIO
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
