import { fileURLToPath } from 'node:url'

// Both relative to the bundle that holds this module, which must therefore be dist/cli.js itself and none of its chunks.

/** The inference host: dist/inference-host.js. */
export const HOST_PROGRAM = fileURLToPath(new URL('./inference-host.js', import.meta.url))

/** What runs the graphs of an import's self-test: dist/graph-program.js. */
export const GRAPH_PROGRAM = fileURLToPath(new URL('./graph-program.js', import.meta.url))

/** The package.json that states the version. */
export const PACKAGE_FILE = fileURLToPath(new URL('../package.json', import.meta.url))
