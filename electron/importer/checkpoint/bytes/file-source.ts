import { open, stat, type FileHandle } from 'node:fs/promises'
import { CheckpointError, truncated } from '../checkpoint-error.ts'
import { requireRange, type ByteSource } from './byte-source.ts'

/** Reads at most this much per system call, so that one call never stalls a cancellation for long. */
const READ_BYTES = 8 * 1024 * 1024

/** Opens a regular file for reading by range. @throws CheckpointError `missing` or `unreadable`. */
export async function openFileSource(path: string): Promise<ByteSource> {
  try {
    // Asked before opening: opening a named pipe would wait for a writer.
    const { size } = await requireFile(path)
    return new FileSource(await open(path, 'r'), size)
  } catch (error) {
    if (error instanceof CheckpointError) throw error
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new CheckpointError('missing', 'there is no such file; check the path.', { cause: error })
    }
    throw new CheckpointError('unreadable', `it cannot be opened (${code}); check its permissions.`, { cause: error })
  }
}

async function requireFile(path: string): Promise<{ readonly size: number }> {
  const status = await stat(path)
  if (status.isFile()) return status
  throw new CheckpointError('unreadable', 'this is not a file; name the .pth file itself.')
}

class FileSource implements ByteSource {
  readonly size: number
  readonly #handle: FileHandle

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle
    this.size = size
  }

  async readInto(position: number, target: Uint8Array): Promise<void> {
    requireRange(this.size, position, target.length, 'a range that was asked for')
    let done = 0
    while (done < target.length) {
      const length = Math.min(READ_BYTES, target.length - done)
      const bytesRead = await this.#read(target, done, length, position + done)
      if (bytesRead === 0) throw truncated('data that was there when it was opened')
      done += bytesRead
    }
  }

  async #read(target: Uint8Array, offset: number, length: number, position: number): Promise<number> {
    try {
      const { bytesRead } = await this.#handle.read(target, offset, length, position)
      return bytesRead
    } catch (error) {
      const message = `reading failed (${systemCode(error)}); check the disk and try again.`
      throw new CheckpointError('unreadable', message, { cause: error })
    }
  }

  async dispose(): Promise<void> {
    await this.#handle.close()
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'
}
