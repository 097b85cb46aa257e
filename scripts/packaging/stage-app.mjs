import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { copyRuntimePackages, runtimePackages } from './runtime-packages.mjs'

/** @typedef {import('./runtime-packages.mjs').PackageFacts} PackageFacts */

/** What is built and shipped, by shell. */
const BUILT = {
  electron: [
    'main.js',
    'preload.cjs',
    'utility-host.js',
    'heic-worker.js',
    'unpack-program.js',
    'electron-page.js',
    'renderer',
  ],
  web: [
    'web-shell.js',
    'inference-host.js',
    'heic-worker.js',
    'unpack-program.js',
    'web-page.js',
    'web-page.css',
    'renderer',
  ],
}

/**
 * Lays out what a shell needs to run, and nothing else: a package.json without the entries for development, the built
 * files and the packages that are loaded at run time. Nothing else is shipped.
 *
 * @param {keyof typeof BUILT} shell
 * @param {string} folder Emptied first.
 */
export function stageApp(shell, folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'dist'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(describeApp(shell), undefined, 2)}\n`)
  for (const name of BUILT[shell]) {
    cpSync(path.join(root, 'dist', name), path.join(folder, 'dist', name), { recursive: true })
  }
  cpSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'))
  copyRuntimePackages(path.join(folder, 'node_modules'))
}

/** electron-builder demands a home page for a .deb; the project has none, and the control file does not mention it. */
const HOMEPAGE = 'https://cocanvas.example'

/** @returns {{ name: string, version: string }} */
export function appFacts() {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return /** @type {{ name: string, version: string, description: string, license: string }} */ (parsed)
}

/** @param {keyof typeof BUILT} shell */
function describeApp(shell) {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const { name, version, description, license } =
    /** @type {{ name: string, version: string, description: string, license: string }} */ (parsed)
  const dependencies = Object.fromEntries([...runtimePackages()].map(([key, facts]) => [key, facts.version]))
  const shared = {
    name,
    version,
    description,
    license,
    author: 'The Cocanvas authors',
    type: 'module',
    private: true,
    dependencies,
  }
  return shell === 'electron'
    ? { ...shared, homepage: HOMEPAGE, desktopName: 'cocanvas.desktop', main: 'dist/main.js' }
    : { ...shared, engines: { node: '>=20' } }
}
