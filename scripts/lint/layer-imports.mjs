import { isBuiltin } from 'node:module'
import path from 'node:path'

import { layeredRoots, layers, networkModules } from './layers.mjs'

/** @typedef {import('./layers.mjs').Layer} Layer */

/**
 * @param {string} file Path from the repository root, with forward slashes.
 * @returns {Layer | undefined}
 */
export function layerOf(file) {
  return layers
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .reduce(
      (best, layer) => (best === undefined || layer.folder.length > best.folder.length ? layer : best),
      /** @type {Layer | undefined} */ (undefined),
    )
}

/**
 * Says in one sentence why a file may not import something; undefined means that it may.
 *
 * @param {string} file Importing file, from the repository root, with forward slashes.
 * @param {string} source The import's specifier as written.
 * @returns {string | undefined}
 */
export function importComplaint(file, source) {
  if (!layeredRoots.some((root) => file.startsWith(`${root}/`))) return undefined
  const layer = layerOf(file)
  if (layer === undefined)
    return `${file} lies in no folder of scripts/lint/layers.mjs; add a row that says what it may import.`
  if (source.startsWith('.')) return relativeComplaint(layer, path.posix.join(path.posix.dirname(file), source))
  if (isBuiltin(source)) return builtinComplaint(layer, source.replace(/^node:/, ''))
  const name = source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
  return layer.packages.includes(name) ? undefined : `${layer.folder} may not import the package '${name}'.`
}

/**
 * @param {Layer} layer
 * @param {string} target
 */
function relativeComplaint(layer, target) {
  const other = layerOf(target)
  if (other === layer) return undefined
  if (other === undefined) return `${layer.folder} may not import '${target}', which belongs to no layer.`
  return layer.layers.includes(other.folder) ? undefined : `${layer.folder} may not import ${other.folder}.`
}

/**
 * @param {Layer} layer
 * @param {string} name
 */
function builtinComplaint(layer, name) {
  if (!layer.node) return `${layer.folder} may not use Node's '${name}': it also runs where Node does not exist.`
  const module = name.split('/')[0] ?? name
  return networkModules.includes(module) && layer.loopback !== true
    ? `${layer.folder} may not use '${name}': Cocanvas works offline.`
    : undefined
}

/** @type {import('eslint').Rule.RuleModule} */
export const layerImportsRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'Folders import only what the table of layers allows' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    /** @param {import('eslint').Rule.Node} node */
    const check = (node) => {
      const specifier = specifierOf(node)
      const message = specifier === undefined ? undefined : importComplaint(file, specifier)
      if (message !== undefined) context.report({ node, message })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    }
  },
}

/**
 * The specifier of any kind of import; undefined where there is none or it is computed.
 *
 * @param {object} node
 * @returns {string | undefined}
 */
function specifierOf(node) {
  const specifier = read(read(node, 'source'), 'value')
  return typeof specifier === 'string' ? specifier : undefined
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function read(value, key) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
