import { join } from 'node:path'
import { z } from 'zod'
import { exemplarIdSchema, exemplarTagSchema } from '../../contract/exemplar-library.ts'
import { packIdSchema } from '../../contract/pack-facts.ts'
import { readJsonFile } from '../files/json-file.ts'

const sampleSchema = z.object({
  id: exemplarIdSchema,
  file: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.jpg$/),
  title: z.string().min(1),
  tags: z.array(exemplarTagSchema),
  annotator: packIdSchema.optional(),
  attribution: z.string().min(1),
})

/** A photo that ships with the app. `path` is absolute. */
export interface SampleExemplar {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly tags: readonly string[]
  readonly annotator?: string | undefined
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
  return samples.map(({ file, ...sample }) => ({ ...sample, path: join(folder, ...file.split('/')) }))
}
