import { shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { useKeptLooks } from './kept-looks-context.ts'

/** Something that lends its make-up: a photo of the library, or a kept look. */
export interface ShownSource {
  readonly id: string
  readonly title: string
  readonly isPhoto: boolean
  readonly attribution: string | undefined
}

/** The tag of samples that wear make-up; of the user's own photos all are offered. */
const MAKE_UP_TAG = 'make-up'

export function useSources(): readonly ShownSource[] {
  const t = useTranslate()
  const entries = useObservable(useExemplars().library.entries)
  const looks = useObservable(useKeptLooks().looks)
  const photos = entries.filter(({ origin, tags }) => origin === 'own' || tags.includes(MAKE_UP_TAG))
  return [
    ...looks.map(({ id, name }) => ({ id, title: name, isPhoto: false, attribution: t('makeup.lookHint') })),
    ...photos.map((entry) => ({
      id: entry.id,
      title: shippedTitle(t, entry),
      isPhoto: true,
      attribution: entry.attribution,
    })),
  ]
}
