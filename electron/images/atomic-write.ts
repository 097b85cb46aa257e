import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileFailureCode, fileFailureReason } from './file-failure.ts'
import { ImageError } from './image-error.ts'

/** Temporary files of writes that are under way. */
const unfinished = new Set<string>()

/**
 * Writes a file whole or not at all: a temporary file beside the target is filled, flushed to the
 * disk and renamed over it. An older file at `path` survives any failure, and the temporary file is
 * removed on failure and also when the process exits in the middle (`process.exit` after a signal).
 *
 * @throws ImageError `unwritable`: one sentence naming the path and the reason.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  // The same folder, since a rename is atomic only within one file system.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  noteUnfinished(temporary)
  try {
    await writeAndFlush(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw unwritable(path, error)
  } finally {
    unfinished.delete(temporary)
  }
}

/** One listener for all, however many files are written at once. */
function noteUnfinished(path: string): void {
  if (!process.listeners('exit').includes(removeUnfinished)) process.on('exit', removeUnfinished)
  unfinished.add(path)
}

function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true })
}

async function writeAndFlush(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Tells, before any costly work, that a file could not be written later: the folder is missing or
 * locked, or the path is a folder or a device itself.
 *
 * @throws ImageError `unwritable`
 */
export async function checkWritable(path: string): Promise<void> {
  try {
    const folder = await stat(dirname(path))
    if (!folder.isDirectory())
      throw new ImageError('unwritable', `${path} cannot be written: ${dirname(path)} is a file, not a folder.`)
    await access(dirname(path), constants.W_OK)
    const target = await stat(path).catch(() => undefined)
    if (target?.isDirectory())
      throw new ImageError('unwritable', `${path} cannot be written: it is a folder, so name a file inside it.`)
    // The rename would put a file in the place of a device or pipe, for every program of the machine.
    if (target?.isFile() === false)
      throw new ImageError('unwritable', `${path} cannot be written: it is no ordinary file, so name another.`)
  } catch (error) {
    throw unwritable(path, error)
  }
}

/**
 * Makes a folder and its parents; fine if it exists.
 *
 * @throws ImageError `unwritable`
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const reason = fileFailureCode(error) === 'EEXIST' ? 'a file of that name is in the way' : fileFailureReason(error)
    throw new ImageError('unwritable', `The folder ${path} cannot be made: ${reason}.`, { cause: error })
  }
}

function unwritable(path: string, error: unknown): ImageError {
  if (error instanceof ImageError) return error
  if (fileFailureCode(error) === 'ENOENT') {
    return new ImageError(
      'unwritable',
      `${path} cannot be written: the folder ${dirname(path)} does not exist, so make it first.`,
      {
        cause: error,
      },
    )
  }
  return new ImageError('unwritable', `${path} cannot be written: ${fileFailureReason(error)}.`, { cause: error })
}
