import { z } from 'zod'

import { packIdSchema } from '../../../electron/contract/pack-facts.ts'
import { isLayerKind } from '../../model/document/layer-kinds/layer-facets.ts'
import { documentStructureSchema } from '../../model/document/document-structure.ts'

/**
 * The newest version of `document.json`. It grows when the meaning of what is stored changes. It also grew when kinds
 * of layers were added that programs of version 1 do not know, so that those programs call the file newer instead of
 * damaged; later programs do so by themselves when a file has an unknown kind. A step below turns each version into the
 * next.
 *
 * - 1: labels, photos, exemplars, warps, results and groups;
 * - 2: further kinds of layers (`sinceVersion` in files/layer-kinds).
 */
const NEWEST_VERSION = 2

/** `document.json` of a project file: the tree of layers, and what other features keep under their own name. */
export const documentFileSchema = z.object({
  formatVersion: z.literal(NEWEST_VERSION),
  structure: documentStructureSchema,
  /** The pack to whose classes the labels refer. */
  packId: packIdSchema.optional(),
  /** What each part of the program stores with a document, under the part's name (`ProjectPart`). */
  parts: z.record(z.string().max(60), z.json()),
})
export type DocumentFile = Readonly<z.infer<typeof documentFileSchema>>

type Fields = Readonly<Record<string, unknown>>

/** Step `n` turns version n + 1 into the next one. The first version is 1. */
const MIGRATIONS: readonly ((fields: Fields) => Fields)[] = [(fields) => ({ ...fields, formatVersion: 2 })]

export type DocumentFileProblem = 'newer' | 'damaged'

/** The content of a `document.json` of any version, or the reason why it cannot be read. */
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
