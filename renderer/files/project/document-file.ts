import { z } from 'zod'

import { packIdSchema } from '../../../electron/contract/pack-facts.ts'
import { isLayerKind } from '../../model/document/layer-kinds/layer-facets.ts'
import { documentStructureSchema } from '../../model/document/document-structure.ts'

/**
 * The newest version of `document.json`. It grows when the meaning of what is stored changes, or when there are kinds of
 * layers that programs of version 1 do not know: they then call the file newer instead of damaged. Later ones also call
 * a file newer that has a kind they do not know. A step below turns each older version into the next.
 *
 * - 1: labels, photos, exemplars, warps, results and groups;
 * - 2: further kinds of layers (`sinceVersion` in files/layer-kinds).
 */
const NEWEST_VERSION = 2

/** `document.json` of a project file: the tree of layers, and what other features keep under their own name. */
export const documentFileSchema = z.object({
  formatVersion: z.literal(NEWEST_VERSION),
  structure: documentStructureSchema,
  /** Pack whose classes the labels mean. */
  packId: packIdSchema.optional(),
  /** What each part of the program keeps with a document, under the part's name (`ProjectPart`). */
  parts: z.record(z.string().max(60), z.json()),
})
export type DocumentFile = Readonly<z.infer<typeof documentFileSchema>>

type Fields = Readonly<Record<string, unknown>>

/** Step `n` turns version n + 1 into the next. Version 1 is the first. */
const MIGRATIONS: readonly ((fields: Fields) => Fields)[] = [(fields) => ({ ...fields, formatVersion: 2 })]

export type DocumentFileProblem = 'newer' | 'damaged'

/** What a `document.json` says, whatever version wrote it, or why it cannot be read. */
export function readDocumentFile(
  stored: Fields,
): { readonly file: DocumentFile } | { readonly problem: DocumentFileProblem } {
  const version = z.number().int().min(1).safeParse(stored['formatVersion'])
  if (!version.success) return { problem: 'damaged' }
  if (version.data > NEWEST_VERSION) return { problem: 'newer' }
  const migrated = MIGRATIONS.slice(version.data - 1).reduce((fields, step) => step(fields), stored)
  const parsed = documentFileSchema.safeParse(migrated)
  if (parsed.success) return { file: parsed.data }
  return { problem: hasUnknownKind(migrated) ? 'newer' : 'damaged' }
}

const kindsSchema = z.object({
  structure: z.object({ layers: z.record(z.string(), z.object({ kind: z.string() })) }),
})

/** Whether a layer is of a kind that this program does not have. */
function hasUnknownKind(fields: Fields): boolean {
  const read = kindsSchema.safeParse(fields)
  return read.success && Object.values(read.data.structure.layers).some(({ kind }) => !isLayerKind(kind))
}
