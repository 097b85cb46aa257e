import { z } from 'zod'

import { packIdSchema } from '../../../electron/contract/pack-manifest.ts'
import { documentStructureSchema } from '../../model/document/document-structure.ts'

/** Grows when the meaning of `document.json` changes; a step below turns each older version into the next. */
export const DOCUMENT_FORMAT_VERSION = 1

/** `document.json` of a project file: the tree of layers, and what other features keep under their own name. */
export const documentFileSchema = z.object({
  formatVersion: z.literal(DOCUMENT_FORMAT_VERSION),
  structure: documentStructureSchema,
  /** Pack whose classes the labels mean. */
  packId: packIdSchema.optional(),
  /** What each part of the program keeps with a document, under the part's name (`ProjectPart`). */
  parts: z.record(z.string().max(60), z.json()),
})
export type DocumentFile = Readonly<z.infer<typeof documentFileSchema>>

type Fields = Readonly<Record<string, unknown>>

/** Step `n` turns version n + 1 into the next. Version 1 is the first. */
const MIGRATIONS: readonly ((fields: Fields) => Fields)[] = []

export type DocumentFileProblem = 'newer' | 'damaged'

/** What a `document.json` says, whatever version wrote it, or why it cannot be read. */
export function readDocumentFile(
  stored: Fields,
  migrations = MIGRATIONS,
): { readonly file: DocumentFile } | { readonly problem: DocumentFileProblem } {
  const version = z.number().int().min(1).safeParse(stored['formatVersion'])
  if (!version.success) return { problem: 'damaged' }
  if (version.data > migrations.length + 1) return { problem: 'newer' }
  const migrated = migrations.slice(version.data - 1).reduce((fields, step) => step(fields), stored)
  const parsed = documentFileSchema.safeParse(migrated)
  return parsed.success ? { file: parsed.data } : { problem: 'damaged' }
}
