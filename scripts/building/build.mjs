import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../setup/repository.mjs'
import { SetupError } from '../setup/run-command.mjs'
import { describeBuild, isBuildFresh } from './build-stamp.mjs'
import { externalPackages, targets } from './targets.mjs'

const dist = path.join(root, 'dist')
const stampFile = path.join(dist, 'build-stamp.json')

/** Bundled CommonJS packages ask for Node's modules through `require`, which ES modules lack. */
const REQUIRE_BANNER =
  "import { createRequire as createNodeRequire } from 'node:module'; const require = createNodeRequire(import.meta.url);"

/** Builds dist/ unless it is fresh. @throws {SetupError} when the source does not build (the compiler's messages are shown before). */
export async function ensureBuilt() {
  if (!isBuildFresh(root, stampFile)) await build()
}

/** Bundles every target into dist/, each file replaced as a whole, so that a running program never reads half of one. */
export async function build() {
  const esbuild = await import('esbuild')
  const result = await esbuild
    .build({
      absWorkingDir: root,
      entryPoints: Object.entries(targets).map(([out, entry]) => ({ in: entry, out: path.parse(out).name })),
      outdir: 'dist',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: 'linked',
      external: externalPackages,
      banner: { js: REQUIRE_BANNER },
      logLevel: 'warning',
    })
    .catch(() => {
      throw new SetupError('The source does not build; mend the errors above.')
    })
  mkdirSync(dist, { recursive: true })
  for (const { path: file, contents } of result.outputFiles) replaceFile(file, contents)
  const inputs = Object.keys(result.metafile.inputs).filter((file) => !file.startsWith('node_modules/'))
  // The bundled packages change only with the lockfile, what is built only with these scripts.
  const also = ['package-lock.json', 'scripts/building/build.mjs', 'scripts/building/targets.mjs']
  const outputs = result.outputFiles.map(({ path: file }) => path.relative(root, file))
  replaceFile(stampFile, JSON.stringify(describeBuild(root, [...inputs, ...also], outputs), undefined, 1))
}

/**
 * @param {string} file
 * @param {string | Uint8Array} contents
 */
function replaceFile(file, contents) {
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, contents)
  renameSync(temporary, file)
}
