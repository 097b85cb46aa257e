import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { storedAnnotatorManifestSchema } from '../../../electron/contract/annotator-manifest.ts'
import { storedPackManifestSchema } from '../../../electron/contract/stored-pack-manifest.ts'
import { readManifest } from '../../../electron/packs/read-manifest.ts'
import { readSampleExemplars } from '../../../electron/services/exemplars/sample-exemplars.ts'
import { isSentence, jsonReader, refusesNothing, type TornReader } from './torn-reader.ts'

/** What describes packs, annotators and samples. @param folder one that they may use */
export async function manifestReaders(root: string, folder: string): Promise<readonly TornReader[]> {
  const text = (name: string): Promise<string> => readFile(path.join(root, name), 'utf8')
  const read = (schema: Parameters<typeof readManifest>[1]) => async (bytes: Uint8Array) => {
    await writeFile(path.join(folder, 'manifest.json'), bytes)
    return readManifest(folder, schema)
  }
  const samples = path.join(folder, 'exemplars')
  await mkdir(samples, { recursive: true })
  return [
    jsonReader(
      'pack manifest',
      [
        await text('test/fixtures/packs/tiny/manifest.json'),
        await text('test/fixtures/condition-packs/tiny-faces/manifest.json'),
        await text('test/fixtures/manifests/landscape-1.3.0-format-1.json'),
      ],
      read(storedPackManifestSchema),
      isSentence,
    ),
    jsonReader(
      'annotator manifest',
      [
        await text('models/annotators/face-detector/manifest.json'),
        await text('models/annotators/ade20k31/manifest.json'),
      ],
      read(storedAnnotatorManifestSchema),
      isSentence,
    ),
    jsonReader(
      'samples',
      [await text('assets/exemplars/samples.json')],
      async (bytes) => {
        await writeFile(path.join(samples, 'samples.json'), bytes)
        return readSampleExemplars(folder)
      },
      refusesNothing,
    ),
  ]
}
