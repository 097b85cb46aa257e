import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import typescript from 'typescript'

/**
 * Which file imports which, by paths from the repository's root with forward slashes. Style sheets count, packages do
 * not.
 *
 * @typedef {ReadonlyMap<string, ReadonlySet<string>>} ImportGraph
 */

/**
 * @param {string} root The repository.
 * @param {string} folder Below the root.
 * @returns {Promise<ImportGraph>} Imports of every source file in the folder.
 */
export async function importGraph(root, folder) {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted()
  const read = files.map(async (file) => {
    const text = await readFile(path.join(root, file), 'utf8')
    return /** @type {const} */ ([file, importsOf(file, text)])
  })
  return new Map(await Promise.all(read))
}

/**
 * @param {string} file From the repository's root.
 * @param {string} text What it holds.
 */
export function importsOf(file, text) {
  const { importedFiles } = typescript.preProcessFile(text, true, true)
  const relative = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'))
  return new Set(relative.map((name) => path.posix.join(path.posix.dirname(file), name)))
}
