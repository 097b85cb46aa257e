import { rmSync, type Stats } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileFailureCode, fileFailureReason } from './file-failure.ts'
import { ImageError } from './image-error.ts'
import { sweepOnce, temporaryPath } from './temporary-files.ts'
import { checkedTarget } from './write-target.ts'

/** Temporary files of writes that are under way. */
const unfinished = new Set<string>()

/**
 * Writes a file whole or not at all: a temporary file beside the target is filled, flushed to the
 * disk and renamed over it, and the folder is flushed too. An older file at `path` survives any
 * failure. A symbolic link stays a link and its target is written; an older file keeps its
 * permissions and owner; a read-only one is refused. The temporary file is removed on failure and
 * also when the process exits in the middle (`process.exit` after a signal); what a killed process
 * left is swept by the next write to that folder.
 *
 * @throws ImageError `unwritable`: one sentence naming the path and the reason.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { target, existing } = await checkedTarget(path)
    const folder = dirname(target)
    await sweepOnce(folder)
    // The same folder, since a rename is atomic only within one file system.
    await writeThrough(temporaryPath(folder), target, bytes, existing)
    await flushFolder(folder)
  } catch (error) {
    throw unwritable(path, error)
  }
}

async function writeThrough(
  temporary: string,
  target: string,
  bytes: Uint8Array,
  existing: Stats | undefined,
): Promise<void> {
  noteUnfinished(temporary)
  try {
    await writeAndFlush(temporary, bytes, existing)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
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

async function writeAndFlush(path: string, bytes: Uint8Array, existing: Stats | undefined): Promise<void> {
  // Nobody may read a private file through its temporary copy, so that begins private.
  const file = await open(path, 'wx', existing === undefined ? 0o666 : 0o600)
  try {
    if (existing !== undefined) {
      // Only root may give files away; for others the file becomes their own, as with any editor.
      await file.chown(existing.uid, existing.gid).catch(() => undefined)
      await file.chmod(existing.mode & 0o7777).catch(() => undefined)
    }
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without this a power cut may bring the old file back. Windows and some network disks cannot flush folders. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/**
 * Tells, before any costly work, that a file could not be written later: the folder is missing or
 * locked, the name is too long, the file is read-only, or the path is a folder or a device itself.
 *
 * @throws ImageError `unwritable`
 */
export async function checkWritable(path: string): Promise<void> {
  try {
    await checkedTarget(path)
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
    const sentence = `${path} cannot be written: the folder ${dirname(path)} does not exist, so make it first.`
    return new ImageError('unwritable', sentence, { cause: error })
  }
  return new ImageError('unwritable', `${path} cannot be written: ${fileFailureReason(error)}.`, { cause: error })
}
