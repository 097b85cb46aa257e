import { open, readFile, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { projectChangeSchema, type ProjectChange } from '../../contract/project-journal.ts'
import { decodeMessage, encodeMessage } from '../../wire/binary-message.ts'
import { crc32 } from '../files/checksum.ts'

const compress = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Before each record: its length and CRC-32, both little-endian uint32. */
const RECORD_HEADER_BYTES = 8
/** One step of a document never unpacks to more. */
const MAX_CHANGE_BYTES = 256 * 1024 ** 2

/** A file to which finished steps are appended, each on the disk before its promise resolves. */
export class ChangeLog {
  private readonly file: FileHandle
  private written: number

  private constructor(file: FileHandle) {
    this.file = file
    this.written = 0
  }

  /** Makes a new, empty log; an older one at the path is emptied. */
  static async create(path: string): Promise<ChangeLog> {
    const file = await open(path, 'w')
    await file.sync()
    return new ChangeLog(file)
  }

  /** Bytes appended so far. */
  get bytes(): number {
    return this.written
  }

  /** Not to be called again before the last call has ended. */
  async append(change: ProjectChange): Promise<void> {
    const content = await compress(encodeMessage(change), { level: 1 })
    const record = Buffer.alloc(RECORD_HEADER_BYTES + content.length)
    record.writeUInt32LE(content.length, 0)
    record.writeUInt32LE(crc32(content), 4)
    record.set(content, RECORD_HEADER_BYTES)
    // At a stated place: a record that failed half-way is overwritten by the next one, not followed by it.
    await this.file.write(record, 0, record.length, this.written)
    await this.file.datasync()
    this.written += record.length
  }

  async dispose(): Promise<void> {
    await this.file.close()
  }
}

/** The whole steps of a log in order. What a power cut left half-written at its end is not a step. */
export async function readChangeLog(path: string): Promise<ProjectChange[]> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0))
  const changes: ProjectChange[] = []
  for (let position = 0; position + RECORD_HEADER_BYTES <= bytes.length;) {
    const length = bytes.readUInt32LE(position)
    const start = position + RECORD_HEADER_BYTES
    const content = bytes.subarray(start, start + length)
    if (content.length < length || crc32(content) !== bytes.readUInt32LE(position + 4)) break
    const change = await readChange(content)
    if (change === undefined) break
    changes.push(change)
    position = start + length
  }
  return changes
}

async function readChange(content: Uint8Array): Promise<ProjectChange | undefined> {
  try {
    const message = decodeMessage(await inflate(content, { maxOutputLength: MAX_CHANGE_BYTES }))
    return projectChangeSchema.safeParse(message).data
  } catch {
    return undefined
  }
}
