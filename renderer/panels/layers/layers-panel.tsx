import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { CommandButton } from '../../shared/commands/command-button.tsx'
import { selectActiveLayer, selectPlacedLayers } from '../../model/document/document-selectors.ts'
import { addableKinds } from '../../model/document/layer-kinds/layer-facets.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { LayerOpacity } from './layer-opacity.tsx'
import { LayerRow } from './layer-row.tsx'
import styles from './layers-panel.module.css'

const addable = addableKinds()

/** The tree of layers, top first. */
export function LayersPanel(): ReactElement {
  const t = useTranslate()
  const { layers } = useEditor()
  const placed = useSelector(selectPlacedLayers)
  const active = useSelector(selectActiveLayer)
  if (placed.length === 0) return <EmptyState icon="layers" text={t('layers.empty')} />
  return (
    <div className={styles['layers']}>
      <ul className={styles['list']}>
        {placed.map((entry) => (
          <LayerRow
            key={entry.layer.id}
            placed={entry}
            active={entry.layer.id === active?.id}
            onDrop={(draggedId) => layers.dropAbove(draggedId, entry.layer.id)}
          />
        ))}
      </ul>
      {active === undefined ? null : (
        <div className={styles['foot']}>
          <LayerOpacity key={active.id} layer={active} />
        </div>
      )}
      <Select
        label={t('layers.addPicture')}
        hideLabel
        value=""
        options={[
          { value: '', label: t('layers.addPicture') },
          ...addable.map(({ kind, title }) => ({ value: kind, label: t(title) })),
        ]}
        onChange={(chosen) => {
          const found = addable.find(({ kind }) => kind === chosen)
          if (found !== undefined) layers.add(found.kind, t(found.title))
        }}
      />
    </div>
  )
}

/** The buttons beside the panel's title. */
export function LayersPanelActions(): ReactElement {
  // Rendered again with the layers, because these decide what is available.
  useSelector(selectPlacedLayers)
  useSelector(selectActiveLayer)
  return (
    <>
      <CommandButton command="layers.merge" icon="merge" size="small" />
      <CommandButton command="layers.duplicate" icon="duplicate" size="small" />
      <CommandButton command="layers.group" icon="folder" size="small" />
      <CommandButton command="layers.remove" icon="trash" size="small" />
      <CommandButton command="layers.add" icon="plus" size="small" />
    </>
  )
}
