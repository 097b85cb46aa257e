import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder; every script works from here, wherever it was called. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Where the test runners leave their machine-readable reports. */
export const reportsFolder = path.join(root, 'dist/reports')

/** Where the figures of `npm run bench -- --document` are kept. */
export const documentedFigures = path.join(root, 'docs/performance.md')
