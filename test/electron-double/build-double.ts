import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

/** Where the built double lies. */
export const doubleFolder = path.join(root, 'dist/electron-double')

/** Bundles the double, whose parts run in Node and in the pages of the browser. */
export async function buildDouble(): Promise<void> {
  const shared = { absWorkingDir: root, outdir: doubleFolder, bundle: true, logLevel: 'warning' } as const
  const banner = {
    js: "import { createRequire as createNodeRequire } from 'node:module'; const require = createNodeRequire(import.meta.url);",
  }
  await build({
    ...shared,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner,
    entryPoints: ['electron-module', 'run-app', 'utility/utility-shim'].map((name) => ({
      in: `test/electron-double/${name}.ts`,
      out: path.basename(name),
    })),
  })
  await build({
    ...shared,
    platform: 'browser',
    target: 'chrome130',
    format: 'iife',
    entryPoints: ['test/electron-double/window/window-scripts.ts'],
  })
}
