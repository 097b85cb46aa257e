import { useCallback, useState, type DragEvent, type ReactElement } from 'react'

import { shownName } from '../../i18n/given-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import type { PlacedLayer } from '../../model/document/layer-tree.ts'
import { layerKindTable } from '../../model/document/layer-kinds/layer-kind-table.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { layerControl, layerPreview } from '../layer-kinds/layer-row-table.tsx'
import type { MenuPlace } from '../../shared/ui/context-menu.tsx'
import { LayerMenu } from './layer-menu.tsx'
import styles from './layers-panel.module.css'
import { RenameField } from './rename-field.tsx'

interface LayerRowProps {
  readonly placed: PlacedLayer
  readonly active: boolean
  /** A layer was dropped on this row, to lie above it. */
  readonly onDrop: (draggedId: string) => void
}

const DRAG_TYPE = 'application/x-cocanvas-layer'

export function LayerRow({ placed, active, onDrop }: LayerRowProps): ReactElement {
  const t = useTranslate()
  const { layers } = useEditor()
  const { layer, depth } = placed
  const [renaming, setRenaming] = useState(false)
  const [over, setOver] = useState(false)
  const [menuAt, setMenuAt] = useState<MenuPlace>()
  const closeMenu = useCallback(() => setMenuAt(undefined), [])
  const openMenu = (at: MenuPlace): void => {
    layers.choose(layer.id)
    setMenuAt(at)
  }
  const name = shownName(t, layer.name)
  const dragged = (event: DragEvent): boolean => event.dataTransfer.types.includes(DRAG_TYPE)
  return (
    <li
      className={classNames(
        styles['row'],
        active && styles['active'],
        !placed.visible && styles['dimmed'],
        over && styles['dropAbove'],
      )}
      style={{ paddingLeft: 4 + depth * 16 }}
      draggable={!renaming}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, layer.id)}
      onContextMenu={(event) => {
        if (renaming) return
        event.preventDefault()
        openMenu({ x: event.clientX, y: event.clientY })
      }}
      onKeyDown={(event) => {
        // The keys that open a context menu; not every system sends an event for them.
        if (renaming || !(event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) return
        event.preventDefault()
        const { left, bottom } = event.currentTarget.getBoundingClientRect()
        openMenu({ x: left + 24, y: bottom })
      }}
      onDragOver={(event) => {
        if (!dragged(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (dragged(event)) onDrop(event.dataTransfer.getData(DRAG_TYPE))
      }}
    >
      <IconButton
        size="small"
        icon={layer.visible ? 'eye' : 'eyeOff'}
        label={layer.visible ? t('layers.hide', { name }) : t('layers.show', { name })}
        onPress={() => layers.change(layer.id, { visible: !layer.visible })}
      />
      {renaming ? (
        <RenameField
          name={name}
          onDone={(changed) => {
            setRenaming(false)
            if (changed !== undefined) layers.change(layer.id, { name: changed })
          }}
        />
      ) : (
        <button
          type="button"
          className={styles['choose']}
          aria-pressed={active}
          title={t('layers.rename')}
          onClick={() => layers.choose(layer.id)}
          onDoubleClick={() => setRenaming(true)}
        >
          {layerPreview(layer, styles['preview']) ?? (
            <span className={classNames(styles['preview'], styles['kind'])}>
              <Icon name={layerKindTable[layer.kind].icon} size={16} />
            </span>
          )}
          <span className={styles['name']}>{name}</span>
        </button>
      )}
      {layerControl(layer)}
      <IconButton
        size="small"
        icon={layer.locked ? 'lock' : 'unlock'}
        pressed={layer.locked}
        label={layer.locked ? t('layers.unlock', { name }) : t('layers.lock', { name })}
        onPress={() => layers.change(layer.id, { locked: !layer.locked })}
      />
      {menuAt === undefined ? null : (
        <LayerMenu layer={layer} at={menuAt} onRename={() => setRenaming(true)} onClose={closeMenu} />
      )}
    </li>
  )
}
