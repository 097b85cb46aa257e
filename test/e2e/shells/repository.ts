import path from 'node:path'

/** The repository's root; tests run the built app that lies there. */
export const repositoryFolder = path.resolve(import.meta.dirname, '../../..')
