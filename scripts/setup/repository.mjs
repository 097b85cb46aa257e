import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder; every script works from here, wherever it was called. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Where the test runners leave their machine-readable reports. */
export const reportsFolder = path.join(root, 'dist/reports')
