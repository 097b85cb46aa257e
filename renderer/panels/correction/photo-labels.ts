import { classMapOf } from '../../../electron/contract/class-maps.ts'
import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import { unmatchedClass } from '../../synthesis/exemplars/active-exemplar.ts'
import type { PhotoLibrary } from '../../synthesis/exemplars/photo-library.ts'
import type { PhotoReadings } from '../../synthesis/exemplars/photo-readings.ts'
import type { CorrectionSubject } from './label-correction.ts'

export interface PhotoLabelParts {
  readonly exemplars: {
    readonly library: Pick<PhotoLibrary, 'photo' | 'correct'> & { readonly readings: Pick<PhotoReadings, 'of'> }
    readonly takeAgain: () => Promise<void>
  }
  readonly announcer: Pick<Announcer, 'text'>
  readonly takeFavourites: (classIds: readonly number[], manifest: PackManifest) => void
}

/** The labels of a photo of the library, as the annotator saw them or a person corrected them. */
export function photoLabels(entry: ExemplarEntry, manifest: PackManifest, parts: PhotoLabelParts): CorrectionSubject {
  const { exemplars, announcer, takeFavourites } = parts
  const { library, takeAgain } = exemplars
  return {
    id: entry.id,
    title: announcer.text('exemplar.correctTitle', { title: entry.title }),
    hint: announcer.text('exemplar.correctHint'),
    keepTitle: 'exemplar.keepLabels',
    read: async () => {
      const [whole, reading] = await Promise.all([library.photo(entry.id), library.readings.of(entry.id, manifest)])
      const labels = reading === undefined ? undefined : classMapOf(reading.condition)
      return labels === undefined ? undefined : { photo: reading?.picture ?? whole, labels }
    },
    other: unmatchedClass(manifest),
    keep: async (labels) => {
      await library.correct(entry.id, labels, manifest)
      void takeAgain()
    },
    takeFavourites: (classIds) => takeFavourites(classIds, manifest),
  }
}
