import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import type { ExemplarEntry } from '../../../../electron/contract/exemplar-library.ts'
import { className, shippedTitle } from '../../../i18n/shipped-names.ts'
import { shownName } from '../../../i18n/given-names.ts'
import { useTranslate } from '../../../i18n/translation.tsx'
import { classNames } from '../../../shared/ui/class-names.ts'
import { Icon } from '../../../shared/ui/icon.tsx'
import { IconButton } from '../../../shared/ui/icon-button.tsx'
import { Select } from '../../../shared/ui/select.tsx'
import { dialogOpened } from '../../../shared/dialogs/dialog-slice.ts'
import { selectActiveLayer, selectDocument } from '../../../model/document/document-selectors.ts'
import { exemplarIdOf, takesExemplar } from '../../../model/document/layer-kinds/layer-facets.ts'
import { useEditor } from '../../../painting/editor/editor-context.ts'
import { selectExemplarChoice } from '../../../synthesis/exemplars/exemplar-slice.ts'
import { ExemplarThumbnail } from '../../../synthesis/exemplars/exemplar-thumbnail.tsx'
import { layerPhotos, type LayerPhoto } from '../../../synthesis/exemplars/layer-photos.ts'
import styles from './regions.module.css'
import { useLayerPhoto } from './use-layer-photo.ts'
import { useMissingClasses } from '../../../synthesis/exemplars/use-missing-classes.ts'

interface PhotosInUseProps {
  readonly entries: readonly ExemplarEntry[]
}

/** The photo from which the active layer takes its style, and which photo is used where. */
export function PhotosInUse({ entries }: PhotosInUseProps): ReactElement {
  const t = useTranslate()
  const setPhoto = useLayerPhoto()
  const document = useSelector(selectDocument)
  const active = useSelector(selectActiveLayer)
  const { primaryId } = useSelector(selectExemplarChoice)
  const photos = layerPhotos(document)
  return (
    <div className={styles['photos']}>
      {active === undefined || !takesExemplar(active) ? null : (
        <Select
          label={t('layers.photoFrom', { name: shownName(t, active.name) })}
          value={exemplarIdOf(active) ?? ''}
          options={[
            { value: '', label: t('exemplar.likeTheRest') },
            ...entries.map((entry) => ({ value: entry.id, label: shippedTitle(t, entry) })),
          ]}
          onChange={(chosen) => setPhoto(active.id, chosen === '' ? null : chosen)}
        />
      )}
      {photos.length === 0 ? null : (
        <ul className={styles['uses']} aria-label={t('layers.photosInUse')}>
          <li className={styles['use']}>
            <Photo entry={entries.find(({ id }) => id === primaryId)} place={t('layers.wholePicture')} />
          </li>
          {photos.map((photo) => (
            <LayerUse key={photo.layerId} photo={photo} entry={entries.find(({ id }) => id === photo.exemplarId)} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface LayerUseProps {
  readonly photo: LayerPhoto
  readonly entry: ExemplarEntry | undefined
}

function LayerUse({ photo, entry }: LayerUseProps): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { layers } = useEditor()
  const setPhoto = useLayerPhoto()
  const { layerId, layerName } = photo
  const name = shownName(t, layerName)
  const missing = useMissingClasses(layerId, photo.exemplarId)
  return (
    <li className={styles['use']}>
      {entry === undefined ? (
        <span className={styles['warning']}>
          <Icon name="warning" size={15} />
          {t('layers.photoLost', { name })}
        </span>
      ) : (
        <Photo entry={entry} place={t('layers.photoPlace', { name })} />
      )}
      <IconButton
        size="small"
        icon="swap"
        label={t('layers.photoOf', { name })}
        onPress={() => {
          layers.choose(layerId)
          dispatch(dialogOpened('layer-photo'))
        }}
      />
      <IconButton
        size="small"
        icon="close"
        label={t('layers.photoRemove', { name })}
        onPress={() => setPhoto(layerId, null)}
      />
      {missing.length === 0 ? null : (
        <p className={classNames(styles['warning'], styles['below'])}>
          <Icon name="warning" size={15} />
          {t('layers.photoLacks', { names: missing.map((each) => className(t, each.name)).join(', ') })}
        </p>
      )}
    </li>
  )
}

function Photo({
  entry,
  place,
}: {
  readonly entry: ExemplarEntry | undefined
  readonly place: string
}): ReactElement | null {
  const t = useTranslate()
  if (entry === undefined) return null
  const title = shippedTitle(t, entry)
  return (
    <>
      <span className={styles['small']}>
        <ExemplarThumbnail key={`${entry.id} ${JSON.stringify(entry.frame)}`} id={entry.id} />
      </span>
      <span className={styles['text']} title={`${place}: ${title}`}>
        <span>{place}</span>
        <span className={styles['soft']}>{title}</span>
      </span>
    </>
  )
}
