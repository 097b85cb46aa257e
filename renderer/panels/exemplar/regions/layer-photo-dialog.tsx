import { useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { shippedTitle } from '../../../i18n/shipped-names.ts'
import { useTranslate } from '../../../i18n/translation.tsx'
import { useObservable } from '../../../shared/lib/use-observable.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { TextField } from '../../../shared/ui/text-field.tsx'
import { dialogClosed } from '../../../shared/dialogs/dialog-slice.ts'
import { selectActiveLayer } from '../../../model/document/document-selectors.ts'
import { useAnnouncer } from '../../../shared/notices/announcer-context.ts'
import { exemplarIdOf, takesExemplar } from '../../../model/document/layer-kinds/layer-facets.ts'
import { useExemplars } from '../../../synthesis/exemplars/exemplars-context.ts'
import { ExemplarTile } from '../exemplar-tile.tsx'
import { searchedExemplars } from '../../../synthesis/exemplars/searched-exemplars.ts'
import { suitedExemplars } from '../../../synthesis/exemplars/suited-exemplars.ts'
import { usePacks } from '../../../synthesis/packs/packs-context.ts'
import { useSuitability } from '../../../synthesis/exemplars/use-suitability.ts'
import styles from './regions.module.css'
import { useLayerPhoto } from './use-layer-photo.ts'

/** Gives the active label layer a photo of its own, or takes it away. */
export function LayerPhotoDialog(): ReactElement | null {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { library } = useExemplars()
  const announcer = useAnnouncer()
  const setPhoto = useLayerPhoto()
  const manifest = useObservable(usePacks().manifest)
  const entries = suitedExemplars(useObservable(library.entries), manifest)
  const layer = useSelector(selectActiveLayer)
  const fits = useSuitability()
  const [query, setQuery] = useState('')
  if (layer === undefined || !takesExemplar(layer)) return null
  const { id: layerId, name } = layer
  const exemplarId = exemplarIdOf(layer)
  const shown = searchedExemplars(entries, query, (entry) => shippedTitle(t, entry))
  const close = (): void => void dispatch(dialogClosed())
  const choose = (chosen: string | null): void => {
    close()
    setPhoto(layerId, chosen)
  }
  const add = async (): Promise<void> => {
    const [first] = (await announcer.attempt(() => library.addByDialog())) ?? []
    if (first !== undefined) choose(first.id)
  }
  return (
    <Dialog
      title={t('layers.photoOf', { name })}
      onClose={close}
      actions={
        <>
          <Button onPress={() => void add()}>{t('layers.photoAdd')}</Button>
          <Button disabled={exemplarId === undefined} onPress={() => choose(null)}>
            {t('layers.photoLikeRest')}
          </Button>
        </>
      }
    >
      <p className={styles['hint']}>{t('layers.photoHint')}</p>
      <TextField kind="search" label={t('exemplar.search')} value={query} onChange={setQuery} />
      {shown.length === 0 ? (
        <EmptyState icon="exemplar" text={t(entries.length === 0 ? 'exemplar.empty' : 'exemplar.noneFound')} />
      ) : (
        <ul className={styles['choices']} aria-label={t('exemplar.library')}>
          {shown.map((entry) => (
            <ExemplarTile
              key={entry.id}
              entry={entry}
              chosen={entry.id === exemplarId}
              fit={fits.get(entry.id)}
              onChoose={() => choose(entry.id)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
