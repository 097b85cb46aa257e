import type { ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { shippedTitle } from '../../../i18n/shipped-names.ts'
import { useTranslate } from '../../../i18n/translation.tsx'
import { useObservable } from '../../../shared/lib/use-observable.ts'
import { classNames } from '../../../shared/ui/class-names.ts'
import { Icon } from '../../../shared/ui/icon.tsx'
import { Tooltip } from '../../../shared/ui/tooltip.tsx'
import { dialogOpened } from '../../../shared/dialogs/dialog-slice.ts'
import { exemplarIdOf } from '../../../model/document/layer-kinds/layer-facets.ts'
import type { Layer } from '../../../model/document/layer-kinds/layer-schema.ts'
import { useEditor } from '../../../painting/editor/editor-context.ts'
import { useExemplars } from '../../../synthesis/exemplars/exemplars-context.ts'
import { ExemplarThumbnail } from '../../../synthesis/exemplars/exemplar-thumbnail.tsx'
import styles from './regions.module.css'

/** In the row of a layer that can have a photo of its own: a small view of the photo, or a button to choose one. */
export function LayerPhotoButton({ layer }: { readonly layer: Layer }): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { layers } = useEditor()
  const entries = useObservable(useExemplars().library.entries)
  const { name } = layer
  const exemplarId = exemplarIdOf(layer)
  const entry = entries.find(({ id }) => id === exemplarId)
  const label =
    exemplarId === undefined
      ? t('layers.photoGive', { name })
      : entry === undefined
        ? t('layers.photoLost', { name })
        : t('layers.photoIs', { name, title: shippedTitle(t, entry) })
  return (
    <Tooltip text={label}>
      <button
        type="button"
        className={classNames(
          styles['badge'],
          exemplarId === undefined && styles['offer'],
          exemplarId !== undefined && entry === undefined && styles['lost'],
        )}
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => {
          layers.choose(layer.id)
          dispatch(dialogOpened('layer-photo'))
        }}
      >
        {entry === undefined ? (
          <Icon name={exemplarId === undefined ? 'exemplar' : 'warning'} size={15} />
        ) : (
          <ExemplarThumbnail key={`${entry.id} ${JSON.stringify(entry.frame)}`} id={entry.id} />
        )}
      </button>
    </Tooltip>
  )
}
