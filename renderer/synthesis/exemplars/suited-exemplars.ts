import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'

/**
 * The photos that are offered for a pack: all that the user added, and the samples of the pack's own field. A pack of
 * faces does not offer mountains. A pack that reads no exemplars is offered all photos.
 */
export function suitedExemplars(
  entries: readonly ExemplarEntry[],
  manifest: Pick<PackManifest, 'annotator'> | undefined,
): readonly ExemplarEntry[] {
  const reader = manifest?.annotator
  if (reader === undefined) return entries
  return entries.filter(({ annotator }) => annotator === undefined || annotator === reader)
}

/** The chosen photo where it suits the pack or has left the library, else the first that does; null where none does. */
export function suitedPhoto(
  chosenId: string | null,
  entries: readonly ExemplarEntry[],
  manifest: Pick<PackManifest, 'annotator'> | undefined,
): string | null {
  const suited = suitedExemplars(entries, manifest)
  const kept =
    suited.some(({ id }) => id === chosenId) || (chosenId !== null && !entries.some(({ id }) => id === chosenId))
  return kept ? chosenId : (suited[0]?.id ?? null)
}
