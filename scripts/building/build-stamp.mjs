import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { SetupError } from '../setup/run-command.mjs'

/**
 * What a build was made from, so that the next command can tell in milliseconds whether the build is still fresh. Times
 * are compared first; contents only where a time differs, because `git checkout` touches files that it does not change.
 *
 * @typedef {{ modified: number, sha256: string }} InputState
 * @typedef {{ inputs: Record<string, InputState>, outputs: string[] }} BuildStamp
 */

/**
 * @param {string} root
 * @param {string} stampFile
 * @returns {boolean} Whether dist/ is what a build would make now.
 */
export function isBuildFresh(root, stampFile) {
  const stamp = readStamp(stampFile)
  if (stamp === undefined) return false
  return (
    stamp.outputs.every((file) => existsSync(path.join(root, file))) &&
    Object.entries(stamp.inputs).every(([file, state]) => isUnchanged(path.join(root, file), state))
  )
}

/**
 * @param {string} root
 * @param {readonly string[]} inputs Files from the root, of which the bundles were made.
 * @param {readonly string[]} outputs Files from the root.
 * @returns {BuildStamp}
 * @throws {SetupError} when a file is no longer there
 */
export function describeBuild(root, inputs, outputs) {
  const states = inputs.map((file) => {
    const absolute = path.join(root, file)
    const state = unlessVanished(file, () => ({ modified: statSync(absolute).mtimeMs, sha256: sha256Of(absolute) }))
    return /** @type {const} */ ([file, state])
  })
  return { inputs: Object.fromEntries(states), outputs: [...outputs] }
}

/**
 * What is read of a file or folder. A checkout or an editor may move files while they are being built.
 *
 * @template Read
 * @param {string} name From the root, for the message.
 * @param {() => Read} read
 * @returns {Read}
 * @throws {SetupError} when it is no longer there
 */
export function unlessVanished(name, read) {
  try {
    return read()
  } catch (error) {
    if (isMissing(error)) throw new SetupError(`${name} vanished during the build; build again.`)
    throw error
  }
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/**
 * @param {string} stampFile
 * @returns {readonly string[]} What the last build wrote, from the root.
 */
export function builtOutputs(stampFile) {
  return readStamp(stampFile)?.outputs ?? []
}

/**
 * @param {string} file
 * @param {InputState} state
 */
function isUnchanged(file, { modified, sha256 }) {
  try {
    return statSync(file).mtimeMs === modified || sha256Of(file) === sha256
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** @param {string} file */
function sha256Of(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/**
 * @param {string} stampFile
 * @returns {BuildStamp | undefined}
 */
function readStamp(stampFile) {
  try {
    /** @type {unknown} */
    const parsed = JSON.parse(readFileSync(stampFile, 'utf8'))
    return /** @type {BuildStamp} */ (parsed)
  } catch {
    return undefined
  }
}
