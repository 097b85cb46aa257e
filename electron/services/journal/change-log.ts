import { open, readFile, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { CocanvasError } from '../../contract/error-codes.ts'
import { projectChangeSchema, type ProjectChange } from '../../contract/project-journal.ts'
import { decodeMessage, encodeMessage } from '../../wire/binary-message.ts'
import { crc32 } from '../../files/checksum.ts'
import { megabytes, PROJECT_LIMITS } from '../project/project-limits.ts'

const compress = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Before each record: its length and CRC-32, both little-endian uint32. */
const RECORD_HEADER_BYTES = 8

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

  /**
   * Not to be called again before the last call has ended.
   *
   * @throws CocanvasError `bad-request` for a step that could not be read again
   */
  async append(change: ProjectChange): Promise<void> {
    const message = encodeMessage(change)
    if (message.length > PROJECT_LIMITS.stepBytes) {
      throw new CocanvasError(
        'bad-request',
        `This step has ${megabytes(message.length)} and a journal keeps steps of up to ${megabytes(PROJECT_LIMITS.stepBytes)}: save the document to keep it.`,
      )
    }
    const content = await compress(message, { level: 1 })
    const record = Buffer.alloc(RECORD_HEADER_BYTES + content.length)
    record.writeUInt32LE(content.length, 0)
    record.writeUInt32LE(crc32(content), 4)
    record.set(content, RECORD_HEADER_BYTES)
    await this.writeAll(record)
    await this.file.datasync()
    this.written += record.length
  }

  async dispose(): Promise<void> {
    await this.file.close()
  }

  /** A nearly full disk takes a part and says so only with the next one. */
  private async writeAll(record: Uint8Array): Promise<void> {
    for (let done = 0; done < record.length;) {
      // At a stated place: a record that failed half-way is overwritten by the next one, not followed by it.
      const { bytesWritten } = await this.file.write(record, done, record.length - done, this.written + done)
      done += bytesWritten
    }
  }
}

/** What could be read of a log. */
export interface LoggedChanges {
  /** The whole steps in order. */
  readonly changes: readonly ProjectChange[]
  /** Whether steps follow that cannot be read; what a power cut left half-written at the end is not a step. */
  readonly incomplete: boolean
}

/** @throws the system's error when the file cannot be read */
export async function readChangeLog(path: string): Promise<LoggedChanges> {
  return decodeChangeLog(await readFile(path))
}

/** The same from its bytes, whatever they are. */
export async function decodeChangeLog(bytes: Buffer): Promise<LoggedChanges> {
  const changes: ProjectChange[] = []
  for (let position = 0; position + RECORD_HEADER_BYTES <= bytes.length;) {
    const length = bytes.readUInt32LE(position)
    const start = position + RECORD_HEADER_BYTES
    const content = bytes.subarray(start, start + length)
    // After a power cut a file may end in zeros.
    if (length === 0 || content.length < length) break
    if (crc32(content) !== bytes.readUInt32LE(position + 4)) {
      return { changes, incomplete: start + length < bytes.length }
    }
    const change = await readChange(content)
    if (change === undefined) return { changes, incomplete: true }
    changes.push(change)
    position = start + length
  }
  return { changes, incomplete: false }
}

async function readChange(content: Uint8Array): Promise<ProjectChange | undefined> {
  try {
    const message = decodeMessage(await inflate(content, { maxOutputLength: PROJECT_LIMITS.stepBytes }))
    return projectChangeSchema.safeParse(message).data
  } catch {
    return undefined
  }
}
