/**
 * What is built: file in dist/ -> its entry in the source tree, by where it runs.
 *
 * @typedef {Readonly<Record<string, string>>} Targets
 */

/**
 * The command line, in chunks that are read only when a command needs them, because it starts anew for every picture.
 * @type {Targets}
 */
export const commandTargets = {
  'cli.js': 'electron/cli/main.ts',
}

/** Programs of Node: ES modules. @type {Targets} */
export const nodeTargets = {
  'inference-host.js': 'electron/inference/host-process.ts',
  'graph-program.js': 'electron/cli/importing/graph-program.ts',
  'heic-worker.js': 'electron/images/heic/heic-worker.ts',
  'unpack-program.js': 'electron/services/project/unpack-program.ts',
  'web-shell.js': 'electron/web/main.ts',
  'main.js': 'electron/main/main.ts',
  'utility-host.js': 'electron/utility/utility-host.ts',
}

/** What the shells add to the window: classic scripts, which run before the renderer's modules. @type {Targets} */
export const pageTargets = {
  'electron-page.js': 'electron/page/electron-page.ts',
  'web-page.js': 'electron/page/web-page.ts',
  'web-page.css': 'electron/page/chooser/file-chooser.css',
}

/** Electron's preload: one CommonJS file, as a sandboxed window demands. @type {Targets} */
export const preloadTargets = {
  'preload.cjs': 'electron/preload/preload.ts',
}

/** Packages with native files, or too large to bundle, are loaded from node_modules when the program runs. */
export const externalPackages = ['onnxruntime-node', 'sharp', 'fs-native-extensions', 'electron']

/** Bundled CommonJS packages load Node's modules through `require`, which ES modules lack. */
export const REQUIRE_BANNER =
  "import { createRequire as createNodeRequire } from 'node:module'; const require = createNodeRequire(import.meta.url);"
