import { renameSync, writeFileSync } from 'node:fs'

/**
 * Writes a file so that a program that reads it meanwhile sees the old or the new one, never half of one.
 *
 * @param {string} file
 * @param {string | Uint8Array} contents
 */
export function replaceFile(file, contents) {
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, contents)
  renameSync(temporary, file)
}
