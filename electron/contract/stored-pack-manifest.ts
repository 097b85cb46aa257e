import { z } from 'zod'
import { packManifestSchema } from './pack-manifest.ts'
import { migratedFormatOneSchema } from './recipes/models/synthesis-format-one.ts'

/** `manifest.json` of a pack as it may lie on a disk, of any format so far; gives the newest. */
export const storedPackManifestSchema = z.discriminatedUnion(
  'formatVersion',
  [migratedFormatOneSchema, packManifestSchema],
  { error: 'formatVersion must be 1 or 2; the pack may be made for a newer Cocanvas' },
)
