import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { CocanvasError } from '../contract/error-codes.ts'
import type { GraphDescription } from '../contract/pack-stage.ts'
import { openRegularFile } from '../files/read-regular-file.ts'
import { UnreadableFile } from '../files/unreadable-file.ts'

/** Large enough that hashing, not system calls, costs the time; small enough to stay out of the memory budget. */
const CHUNK_BYTES = 1024 * 1024

/**
 * Checks that a graph file is the one its manifest describes: present, of the stated length and SHA-256.
 * @returns the file's path, ready to open.
 * @throws CocanvasError `pack-broken`
 */
export async function verifyGraphFile(
  folder: string,
  stage: Pick<GraphDescription, 'file' | 'sha256' | 'bytes'>,
): Promise<string> {
  const path = join(folder, stage.file)
  const fault = (what: string, cause?: unknown): CocanvasError =>
    new CocanvasError(
      'pack-broken',
      `The graph ${stage.file} of ${basename(folder)} ${what}; install the pack again.`,
      { cause },
    )
  const [inside, real] = await Promise.all([realpath(folder), realpath(path)]).catch((cause: unknown) => {
    throw fault('is missing or unreadable', cause)
  })
  // Otherwise a pack could have any file of the machine read as its graph.
  if (!real.startsWith(inside + sep)) throw fault('is a link that leads out of the pack')
  const file = await openRegularFile(path).catch((cause: unknown) => {
    throw fault(cause instanceof UnreadableFile ? 'is not a regular file' : 'is missing or unreadable', cause)
  })
  try {
    const { size } = await file.stat()
    if (size !== stage.bytes) throw fault(`is ${String(size)} bytes long where ${String(stage.bytes)} were expected`)
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let position = 0; position < size;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
      position += bytesRead
    }
    if (hash.digest('hex') !== stage.sha256) throw fault('has another checksum than its manifest')
  } finally {
    await file.close()
  }
  return path
}
