import { join } from 'node:path'
import { z } from 'zod'
import {
  exemplarIdSchema,
  exemplarTagSchema,
  labelsOriginSchema,
  type LabelsOrigin,
} from '../../contract/exemplar-library.ts'
import { packIdSchema } from '../../contract/pack-facts.ts'
import { readJsonFile } from '../files/json-file.ts'

const sampleSchema = z.object({
  id: exemplarIdSchema,
  file: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.jpg$/),
  title: z.string().min(1),
  tags: z.array(exemplarTagSchema),
  annotator: packIdSchema.optional(),
  /** A label PNG beside the photo in the annotator's class ids, and where it comes from. */
  labels: z
    .object({ file: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.labels\.png$/), origin: labelsOriginSchema })
    .optional(),
  attribution: z.string().min(1),
})

/** A photo that ships with the app. Paths are absolute. */
export interface SampleExemplar {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly tags: readonly string[]
  readonly annotator?: string | undefined
  /** What it shows, better than the annotator sees it, in the same class ids; `origin` says where that comes from. */
  readonly labels?: { readonly path: string; readonly origin: LabelsOrigin } | undefined
  readonly attribution: string
}

/** The photos named in `assets/exemplars/samples.json`; none when the file is missing. */
export async function readSampleExemplars(assetsFolder: string): Promise<SampleExemplar[]> {
  const folder = join(assetsFolder, 'exemplars')
  const stored = await readJsonFile(join(folder, 'samples.json'))
  const samples = z
    .array(sampleSchema)
    .catch([])
    .parse(stored.kind === 'value' ? stored.value : [])
  const pathOf = (file: string): string => join(folder, ...file.split('/'))
  return samples.map(({ file, labels, ...sample }) => ({
    ...sample,
    path: pathOf(file),
    ...(labels === undefined ? {} : { labels: { path: pathOf(labels.file), origin: labels.origin } }),
  }))
}
