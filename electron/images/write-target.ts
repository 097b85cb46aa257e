import type { Stats } from 'node:fs'
import { access, constants, readlink, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { fileFailureCode } from './file-failure.ts'
import { ImageError } from './image-error.ts'

/** Where a write to a path ends up. */
export interface WriteTarget {
  /** The path with its own symbolic link, if it is one, followed to the end. */
  readonly target: string
  /** The regular file that is there already. */
  readonly existing?: Stats
}

/** Linux follows as many before it reports a circle. */
const MAX_LINKS = 40
/** What Linux, macOS and Windows take for one name; Windows counts characters, which are never more. */
const MAX_NAME_BYTES = 255
const ANY_WRITE_PERMISSION = 0o222

/**
 * Looks at everything that could keep a file from being written, without writing.
 *
 * @throws ImageError `unwritable`, or the system's error for a folder that is missing or locked
 */
export async function checkedTarget(path: string): Promise<WriteTarget> {
  const target = await followLinks(path)
  if (Buffer.byteLength(basename(target)) > MAX_NAME_BYTES)
    throw refusal(path, `its name is longer than ${MAX_NAME_BYTES} bytes, so choose a shorter one.`)
  const folder = await stat(dirname(target))
  if (!folder.isDirectory()) throw refusal(path, `${dirname(target)} is a file, not a folder.`)
  await access(dirname(target), constants.W_OK)
  const existing = await stat(target).catch(absent)
  if (existing === undefined) return { target }
  if (existing.isDirectory()) throw refusal(path, 'it is a folder, so name a file inside it.')
  // The rename would put a file in the place of a device or pipe, for every program of the machine.
  if (!existing.isFile()) throw refusal(path, 'it is no ordinary file, so name another.')
  // A rename ignores the file's permissions, and root may write to everything; so the permissions are checked here.
  if ((existing.mode & ANY_WRITE_PERMISSION) === 0 || !(await isWritable(target)))
    throw refusal(path, 'it is read-only, so make it writable or name another file.')
  return { target, existing }
}

/** Of the last part of the path only: links among its folders need no following. The end need not exist. */
async function followLinks(path: string): Promise<string> {
  let target = resolve(path)
  for (let links = 0; links <= MAX_LINKS; links++) {
    const next = await readlink(target).catch(() => undefined)
    if (next === undefined) return target
    target = resolve(dirname(target), next)
  }
  throw refusal(path, 'its symbolic links lead in a circle.')
}

function absent(error: unknown): undefined {
  if (fileFailureCode(error) === 'ENOENT') return undefined
  throw error
}

function isWritable(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  )
}

function refusal(path: string, reason: string): ImageError {
  return new ImageError('unwritable', `${path} cannot be written: ${reason}`)
}
