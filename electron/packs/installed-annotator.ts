import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { storedAnnotatorManifestSchema, type AnnotatorManifest } from '../contract/annotator-manifest.ts'
import { CocanvasError } from '../contract/error-codes.ts'
import { readManifest } from './read-manifest.ts'
import { verifyGraphFile } from './verify-graph-file.ts'

/** An annotator on disk, its manifest validated. */
export interface InstalledAnnotator {
  readonly folder: string
  readonly manifest: AnnotatorManifest
}

/** The annotator of an id. @throws CocanvasError `pack-missing` or `pack-broken`. */
export async function findAnnotator(folders: readonly string[], id: string): Promise<InstalledAnnotator> {
  const folder = folders.map((parent) => join(parent, id)).find((candidate) => existsSync(candidate))
  if (folder === undefined)
    throw new CocanvasError(
      'pack-missing',
      `The annotator ${id} is not installed; reinstall Cocanvas, or give what it would read from the photo yourself.`,
    )
  return { folder, manifest: await readManifest(folder, storedAnnotatorManifestSchema) }
}

/** Checks the annotator's graph file against its manifest. @throws CocanvasError `pack-broken` */
export async function verifyAnnotator({ folder, manifest }: InstalledAnnotator): Promise<void> {
  await verifyGraphFile(folder, manifest.graph)
}
