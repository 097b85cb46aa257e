import { constants } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { CocanvasError } from '../../contract/error-codes.ts'
import { makeFolder, writeFileAtomically } from '../../images/atomic-write.ts'
import { fileFailureCode, fileFailureReason } from '../../images/file-failure.ts'

/** What a small JSON file of ours holds. */
export type StoredJson =
  | { readonly kind: 'missing' }
  /** The file exists but is not JSON: it was edited badly, or the disk damaged it. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'value'; readonly value: unknown }

/** A busy machine runs out of descriptors for a moment. */
const MOMENTARY: ReadonlySet<string | undefined> = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY'])
const TRIES = 5
const RETRY_MS = 50

/** @throws CocanvasError `bad-request` when the file is there and cannot be read, which is not the same as missing. */
export async function readJsonFile(path: string): Promise<StoredJson> {
  const text = await readText(path)
  if (text === undefined) return { kind: 'missing' }
  try {
    return { kind: 'value', value: JSON.parse(text) }
  } catch {
    return { kind: 'damaged' }
  }
}

/** Writes it whole or not at all, making its folder. @throws ImageError `unwritable` */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  await makeFolder(dirname(path))
  await writeFileAtomically(path, new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`))
}

/**
 * Keeps a copy of a file that is not understood, before something else is written in its place.
 *
 * @returns the copy's path
 * @throws CocanvasError `bad-request` when there can be none
 */
export async function keepDamaged(path: string, now = new Date()): Promise<string> {
  const copy = `${path}.damaged-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  try {
    await copyFile(path, copy, constants.COPYFILE_EXCL)
    return copy
  } catch (cause) {
    if (fileFailureCode(cause) === 'EEXIST') return copy
    throw new CocanvasError(
      'bad-request',
      `${basename(path)} is damaged and no copy of it can be kept (${fileFailureReason(cause)}), so it stays as it is: mend or move it.`,
      { cause },
    )
  }
}

async function readText(path: string): Promise<string | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await readFile(path, 'utf8')
    } catch (cause) {
      const code = fileFailureCode(cause)
      // Where a part of the path is a file there can be no such file either.
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      if (MOMENTARY.has(code) && tries < TRIES) await setTimeout(RETRY_MS)
      else throw new CocanvasError('bad-request', `${path} cannot be read: ${fileFailureReason(cause)}.`, { cause })
    }
  }
}
