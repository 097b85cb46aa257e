import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
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
    <>
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
        value=""
        options={[{ value: '', label: '…' }, ...addable.map(({ kind, title }) => ({ value: kind, label: t(title) }))]}
        onChange={(chosen) => {
          const found = addable.find(({ kind }) => kind === chosen)
          if (found !== undefined) layers.add(found.kind, t(found.title))
        }}
      />
    </>
  )
}

/** The buttons beside the panel's title. */
export function LayersPanelActions(): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const { layers } = useEditor()
  const active = useSelector(selectActiveLayer)
  const id = active?.id ?? ''
  const none = active === undefined
  return (
    <>
      <IconButton
        size="small"
        icon="merge"
        label={t('layers.merge')}
        shortcut={keys('layers.merge')}
        disabled={none || layers.mergeTarget(id) === undefined}
        onPress={() => layers.mergeDown(id)}
      />
      <IconButton
        size="small"
        icon="duplicate"
        label={t('layers.duplicate')}
        shortcut={keys('layers.duplicate')}
        disabled={none}
        onPress={() => layers.duplicate(id, t('layers.copyName', { name: active?.name ?? '' }))}
      />
      <IconButton
        size="small"
        icon="folder"
        label={t('layers.addGroup')}
        shortcut={keys('layers.group')}
        disabled={none}
        onPress={() => layers.group(id, t('layer.kind.group'))}
      />
      <IconButton
        size="small"
        icon="trash"
        label={t('layers.remove')}
        disabled={none}
        onPress={() => layers.remove(id)}
      />
      <IconButton
        size="small"
        icon="plus"
        label={t('layers.add')}
        shortcut={keys('layers.add')}
        onPress={() => layers.addLabels(t('layer.kind.label'))}
      />
    </>
  )
}
