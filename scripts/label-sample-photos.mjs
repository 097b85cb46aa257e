/** Draws the labels of the sample landscapes again, from the outlines in scripts/sample-labels/outlines.mjs. */
import { importTypeScript } from './building/import-typescript.mjs'
import { root } from './setup/repository.mjs'

const imported = await importTypeScript('scripts/sample-labels/label-photos.ts')
const { labelPhotos } = /** @type {typeof import('./sample-labels/label-photos.ts')} */ (imported)
await labelPhotos(root)
