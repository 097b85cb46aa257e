import { readsExemplars } from '../../../electron/contract/exemplar-reading.ts'
import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { drawnKind } from '../conditions/condition-table.ts'
import type { PhotoLibrary } from './photo-library.ts'

/**
 * A photo of the library as the pack takes it: prepared if the pack wants that, with its condition if the pack needs
 * one.
 */
export async function libraryExemplar(
  library: Pick<PhotoLibrary, 'photo' | 'readings'>,
  id: string,
  manifest: PackManifest,
): Promise<Exemplar> {
  const needed = readsExemplars(manifest)
  // Photos are ranked by their classes and warned about, also where the pack itself does not need to know them.
  if (drawnKind(manifest) === undefined || (!needed && manifest.classes.length === 0))
    return { image: await library.photo(id), condition: 'none' }
  // The photo is asked for first, because the shell makes the smaller one for the annotator from it.
  const [photo, reading] = await Promise.all([library.photo(id), library.readings.of(id, manifest)])
  const image = reading?.picture ?? photo
  // Where the photo cannot be read, the host's own message says so.
  return { image, condition: reading?.condition ?? (needed ? 'annotate' : 'none') }
}
