import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { CocanvasError } from '../../contract/error-codes.ts'
import { fileFailureCode } from '../../images/file-failure.ts'

/** Between two tries for a lock that is held for a moment. */
const RETRY_MS = 10
const PATIENCE_MS = 10_000
/** The error codes of disks that have no locks (network, foreign), and of platforms without our native module. */
const UNSUPPORTED: ReadonlySet<string | undefined> = new Set(['ENOLCK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'])

type TryLock = (descriptor: number) => boolean

/**
 * A file that one open handle of this machine owns. The operating system holds the lock and gives it up with the process,
 * however that ends: no clock, no process number and no leftover file can make a dead owner look alive or a living one dead.
 */
export class FileLock {
  private readonly file: FileHandle

  constructor(file: FileHandle) {
    this.file = file
  }

  async release(): Promise<void> {
    await this.file.close()
  }
}

/**
 * Takes a lock, making its file and folder where they are missing. On a disk or platform without locks everybody gets it.
 *
 * @returns undefined while somebody else has it, in this process or another.
 * @throws the system's error when the file cannot be opened for writing
 */
export async function tryFileLock(path: string): Promise<FileLock | undefined> {
  await mkdir(dirname(path), { recursive: true })
  return tryLockInFolder(path)
}

/** The same where the folder must not be made. */
export async function tryLockInFolder(path: string): Promise<FileLock | undefined> {
  const file = await open(path, 'a')
  try {
    const tryLock = await nativeLock()
    if (tryLock === undefined || tryLock(file.fd)) return new FileLock(file)
  } catch (error) {
    if (UNSUPPORTED.has(fileFailureCode(error))) return new FileLock(file)
    await file.close()
    throw error
  }
  await file.close()
  return undefined
}

/**
 * Runs a step that takes a moment while nobody else runs one under the same lock.
 *
 * @param busy the sentence for when another process does not give it up
 * @throws CocanvasError `bad-request` with that sentence
 */
export async function underFileLock<Result>(
  path: string,
  busy: string,
  step: () => Promise<Result>,
  patienceMs = PATIENCE_MS,
): Promise<Result> {
  const deadline = performance.now() + patienceMs
  let lock = await tryFileLock(path)
  while (lock === undefined) {
    if (performance.now() > deadline) throw new CocanvasError('bad-request', busy)
    await setTimeout(RETRY_MS)
    lock = await tryFileLock(path)
  }
  try {
    return await step()
  } finally {
    await lock.release()
  }
}

/** Undefined where there is no binary for the platform. */
async function nativeLock(): Promise<TryLock | undefined> {
  return import('fs-native-extensions').then(
    ({ tryLock }) => tryLock,
    () => undefined,
  )
}
