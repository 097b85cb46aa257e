import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { Condition } from '../../../electron/contract/condition.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ExemplarChoice } from '../exemplars/exemplar-slice.ts'
import type { PhotoLibrary } from '../exemplars/photo-library.ts'
import type { PhotoReadings } from '../exemplars/photo-readings.ts'
import type { LentClass } from './edit-request.ts'

export interface LentClassesParts {
  readonly library: Pick<PhotoLibrary, 'photo' | 'entries'> & { readonly readings: Pick<PhotoReadings, 'of'> }
  readonly manifest: () => PackManifest | undefined
  readonly byClass: () => ExemplarChoice['byClass']
}

/** At most this many photos lend classes to one change. */
const MOST_LENT = 8

/**
 * Reads the photos that lend a class; the same photo and labels always give the same object, so that each travels once.
 */
export function lentClasses({ library, manifest, byClass }: LentClassesParts): () => Promise<readonly LentClass[]> {
  const exemplars = new WeakMap<RgbImage, { readonly condition: Condition; readonly exemplar: Exemplar }>()
  return async () => {
    const pack = manifest()
    if (pack === undefined) return []
    const present = new Set(library.entries.get().map(({ id }) => id))
    const chosen = Object.entries(byClass()).filter(([, id]) => present.has(id))
    const lent = await Promise.all(
      chosen.slice(0, MOST_LENT).map(async ([classId, id]) => {
        const [image, reading] = await Promise.all([library.photo(id), library.readings.of(id, pack)])
        if (reading === undefined) return undefined
        const { condition, picture: seen = image } = reading
        const known = exemplars.get(image)
        const exemplar: Exemplar = known?.condition === condition ? known.exemplar : { image: seen, condition }
        exemplars.set(image, { condition, exemplar })
        return { classId: Number(classId), exemplar }
      }),
    )
    return lent.filter((each) => each !== undefined)
  }
}
