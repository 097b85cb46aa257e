import { rmSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { SetupError } from '../setup/run-command.mjs'
import { builtOutputs, describeBuild, isBuildFresh } from './build-stamp.mjs'
import { replaceFile } from './replace-file.mjs'
import {
  commandTargets,
  externalPackages,
  nodeTargets,
  pageTargets,
  preloadTargets,
  REQUIRE_BANNER,
} from './targets.mjs'

const dist = path.join(root, 'dist')
const stampFile = path.join(dist, 'build-stamp.json')

/** @satisfies {import('esbuild').BuildOptions} */
const SHARED_OPTIONS = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  sourcemap: 'linked',
  external: externalPackages,
  logLevel: 'warning',
}

/** @satisfies {Record<string, import('esbuild').BuildOptions>} */
const OPTIONS = {
  command: {
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: { js: REQUIRE_BANNER },
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
  },
  node: { platform: 'node', target: 'node20', format: 'esm', banner: { js: REQUIRE_BANNER } },
  page: { platform: 'browser', target: 'chrome130', format: 'iife', minify: true },
  preload: {
    platform: 'browser',
    target: 'chrome130',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    sourcemap: false,
  },
}

/** Builds dist/ unless it is fresh. @throws {SetupError} when the source does not build (the compiler's messages are shown before). */
export async function ensureBuilt() {
  if (!isBuildFresh(root, stampFile)) await build()
}

/** Bundles every target into dist/, each file replaced as a whole, so that a running program never reads half of one. */
export async function build() {
  const bundles = [
    await bundle(commandTargets, OPTIONS.command),
    await bundle(nodeTargets, OPTIONS.node),
    await bundle(pageTargets, OPTIONS.page),
    await bundle(preloadTargets, OPTIONS.preload),
  ]
  const files = bundles.flatMap(({ outputFiles }) => outputFiles)
  for (const { path: file, contents } of files) replaceFile(file, contents)
  const inputs = new Set(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)))
  const sources = [...inputs].filter((file) => !file.startsWith('node_modules/'))
  // The bundled packages change only with the lockfile, what is built only with these scripts.
  const also = ['package-lock.json', 'scripts/building/build.mjs', 'scripts/building/targets.mjs']
  const outputs = files.map(({ path: file }) => path.relative(root, file))
  // Chunks are named after their content, so those of the last build may have to be removed.
  for (const file of builtOutputs(stampFile))
    if (!outputs.includes(file)) rmSync(path.join(root, file), { force: true })
  replaceFile(stampFile, JSON.stringify(describeBuild(root, [...sources, ...also], outputs), undefined, 1))
}

/**
 * @param {import('./targets.mjs').Targets} targets
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(targets, options) {
  const esbuild = await import('esbuild')
  const entryPoints = Object.entries(targets).map(([out, entry]) => ({ in: entry, out: path.parse(out).name }))
  return esbuild.build({ ...SHARED_OPTIONS, ...options, entryPoints, write: false, metafile: true }).catch(() => {
    throw new SetupError('The source does not build; mend the errors above.')
  })
}
