import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Code that depends on a layer's kind may stand only in folders of this name, in any rank of the window. */
const KINDS_FOLDER = '/layer-kinds/'

/**
 * @param {string} root The repository.
 * @returns {Promise<string[]>} Names of the kinds of layers: the folders that define them.
 */
export async function layerKinds(root) {
  const entries = await readdir(path.join(root, 'renderer/model/document/layer-kinds'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

/**
 * Places outside the kinds' own folders that ask which kind a layer is. What depends on the kind belongs in a facet of
 * the kind, so that the compiler names what a new kind lacks.
 *
 * @param {string} file From the repository's root.
 * @param {string} text Its content.
 * @param {readonly string[]} kinds
 * @returns {string[]} The lines, trimmed.
 */
export function kindComparisons(file, text, kinds) {
  if (file.includes(KINDS_FOLDER)) return []
  const names = kinds.join('|')
  const comparison = new RegExp(`\\bkind\\s*[!=]==?\\s*'(?:${names})'|\\bcase '(?:${names})'|'pictureId' in\\b`)
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => comparison.test(line) || /\blayer\??\.kind\s*[!=]==/i.test(line))
}
