import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { UnreadableFile } from './unreadable-file.ts'

const CHUNK_BYTES = 1024 * 1024
const PATIENCE_MS = 30_000

/** Opens a pipe without waiting for its writer. Windows has no such pipes in its folders, nor the flag. */
const WITHOUT_WAITING = process.platform === 'win32' ? 0 : constants.O_NONBLOCK

/**
 * Opens a regular file for reading. Pipes and devices are refused: opening a pipe waits for a writer, and a device may have no end.
 *
 * @throws UnreadableFile `irregular` or `stalled`, or the system's error; the caller closes the file
 */
export async function openRegularFile(path: string): Promise<FileHandle> {
  const file = await patiently(open(path, constants.O_RDONLY | WITHOUT_WAITING))
  if ((await file.stat()).isFile()) return file
  await file.close()
  throw new UnreadableFile('irregular')
}

/**
 * The bytes of a regular file, however long it says it is: a growing file is read no further than `maximumBytes`.
 *
 * @throws UnreadableFile, or the system's error
 */
export async function readRegularFile(path: string, maximumBytes: number): Promise<Uint8Array> {
  const file = await openRegularFile(path)
  try {
    const { size } = await file.stat()
    if (size > maximumBytes) throw new UnreadableFile('too-large', size)
    const chunks: Uint8Array[] = []
    let total = 0
    // Files of the system say that they are empty and are not, so the end is where reading ends.
    for (;;) {
      const chunk = new Uint8Array(Math.max(Math.min(CHUNK_BYTES, size - total), 4096))
      const { bytesRead } = await patiently(file.read(chunk, 0, chunk.length))
      if (bytesRead === 0) return joined(chunks, total)
      chunks.push(chunk.subarray(0, bytesRead))
      total += bytesRead
      if (total > maximumBytes) throw new UnreadableFile('too-large', total)
    }
  } finally {
    // A disk that does not answer would not answer this either.
    void file.close().catch(() => undefined)
  }
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const bytes = new Uint8Array(total)
  let position = 0
  for (const chunk of chunks) {
    bytes.set(chunk, position)
    position += chunk.length
  }
  return bytes
}

/** @throws UnreadableFile `stalled` when nothing comes of it in time */
async function patiently<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const stalled = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new UnreadableFile('stalled'))
    }, PATIENCE_MS)
  })
  // If the timeout wins the race, a later rejection of the read must not count as unhandled.
  answer.catch(() => undefined)
  try {
    return await Promise.race([answer, stalled])
  } finally {
    clearTimeout(timer)
  }
}
