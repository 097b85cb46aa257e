import { cpSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'

/**
 * What a package of ours says about itself, as far as packing needs it.
 *
 * @typedef {object} PackageFacts
 * @property {string} version
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [optionalDependencies]
 */

/** Loaded from node_modules when the app runs; everything else is bundled. */
const STARTS = ['onnxruntime-node', 'sharp', 'fs-native-extensions']

/** Dependencies that only the install script of onnxruntime-node uses. */
const ONLY_FOR_INSTALLING = new Set(['adm-zip', 'global-agent'])

/**
 * Every package that the running app needs on this platform, by name.
 *
 * @returns {Map<string, PackageFacts>}
 */
export function runtimePackages() {
  /** @type {Map<string, PackageFacts>} */
  const found = new Map()
  const waiting = [...STARTS]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name) || ONLY_FOR_INSTALLING.has(name)) continue
    const facts = readFacts(name)
    // Binaries of other platforms are optional and not here.
    if (facts === undefined) continue
    found.set(name, facts)
    waiting.push(...Object.keys({ ...facts.dependencies, ...facts.optionalDependencies }))
  }
  return found
}

/**
 * Copies them, without the binaries of other platforms and what only serves installing.
 *
 * @param {string} target A folder node_modules.
 */
export function copyRuntimePackages(target) {
  for (const name of runtimePackages().keys()) {
    const source = path.join(root, 'node_modules', name)
    cpSync(source, path.join(target, name), {
      recursive: true,
      dereference: true,
      filter: (file) => isNeeded(name, path.relative(source, file).split(path.sep).join('/')),
    })
  }
}

/**
 * @param {string} name
 * @param {string} file Inside the package.
 */
export function isNeeded(name, file) {
  if (/\.(md|map|d\.ts|d\.mts|d\.cts|ts)$/i.test(file) && !/licen[cs]e/i.test(file)) return false
  if (name === 'sharp' && /^src(\/|$)/.test(file)) return false
  if (name === 'fs-native-extensions') return isNeededLock(file)
  if (name !== 'onnxruntime-node') return true
  if (/^(lib|script)(\/|$)/.test(file)) return false
  const [, platform, architecture] = /^bin\/[^/]+\/([^/]+)(?:\/([^/]+))?/.exec(file) ?? []
  return (
    (platform === undefined || platform === process.platform) &&
    (architecture === undefined || architecture === process.arch)
  )
}

/**
 * Its sources and the binaries of other platforms are not needed.
 *
 * @param {string} file
 */
function isNeededLock(file) {
  if (/^(src|include|binding\.c|CMakeLists\.txt)(\/|$)/.test(file)) return false
  const [, platform] = /^prebuilds\/([^/]+)/.exec(file) ?? []
  return platform === undefined || platform === `${process.platform}-${process.arch}`
}

/**
 * @param {string} name
 * @returns {PackageFacts | undefined}
 */
function readFacts(name) {
  const file = path.join(root, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return undefined
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(file, 'utf8'))
  return /** @type {PackageFacts} */ (parsed)
}
