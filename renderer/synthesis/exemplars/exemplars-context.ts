import { providedContext } from '../../shared/lib/provided-context.ts'
import type { ActiveExemplar } from './active-exemplar.ts'
import type { PhotoLibrary } from './photo-library.ts'

/** The photos that pictures take their style from. */
export interface ExemplarsInUse {
  readonly library: PhotoLibrary
  readonly active: ActiveExemplar
  /** Uses a photo for everything except the classes that have one of their own. */
  readonly choosePhoto: (id: string) => Promise<void>
  /** Reads the chosen photos again, for example after their labels changed. */
  readonly takeAgain: () => Promise<void>
}

export const [ExemplarsContext, useExemplars] = providedContext<ExemplarsInUse>('exemplar library')
