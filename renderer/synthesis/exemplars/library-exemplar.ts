import { readsExemplars } from '../../../electron/contract/exemplar-reading.ts'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { drawnKind } from '../conditions/condition-table.ts'
import type { PhotoLibrary } from './photo-library.ts'

/** A photo of the library as the pack takes it: prepared if it wants that, with what it shows if it needs to know. */
export async function libraryExemplar(
  library: Pick<PhotoLibrary, 'photo' | 'readings'>,
  id: string,
  manifest: PackManifest,
): Promise<Exemplar> {
  const needed = readsExemplars(manifest)
  // Photos are ranked and warned about by their classes, also where the pack itself need not know them.
  if (drawnKind(manifest) === undefined || (!needed && manifest.classes.length === 0))
    return { image: await library.photo(id), condition: 'none' }
  // The photo is asked for first: the shell makes the smaller one that the annotator sees of it.
  const [photo, reading] = await Promise.all([library.photo(id), library.readings.of(id, manifest)])
  const image = reading?.picture ?? photo
  // Where nobody can read the photo, the host says so in its own words.
  return { image, condition: reading?.condition ?? (needed ? 'annotate' : 'none') }
}
