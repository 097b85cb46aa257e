import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { ContextMenu, type MenuPlace } from '../../shared/ui/context-menu.tsx'

interface LayerMenuProps {
  readonly layer: Layer
  readonly at: MenuPlace
  readonly onRename: () => void
  readonly onClose: () => void
}

/** The menu at a layer's row. */
export function LayerMenu({ layer, at, onRename, onClose }: LayerMenuProps): ReactElement {
  const t = useTranslate()
  const { layers } = useEditor()
  const { id, name, visible, locked } = layer
  return (
    <ContextMenu
      label={name}
      at={at}
      onClose={onClose}
      sections={[
        [
          { id: 'rename', title: t('layers.renameCommand'), run: onRename },
          {
            id: 'visible',
            title: t(visible ? 'layers.hide' : 'layers.show', { name }),
            run: () => layers.change(id, { visible: !visible }),
          },
          {
            id: 'locked',
            title: t(locked ? 'layers.unlock' : 'layers.lock', { name }),
            run: () => layers.change(id, { locked: !locked }),
          },
        ],
        [
          {
            id: 'duplicate',
            title: t('layers.duplicate'),
            run: () => void layers.duplicate(id, t('layers.copyName', { name })),
          },
          {
            id: 'merge',
            title: t('layers.merge'),
            disabled: layers.mergeTarget(id) === undefined,
            run: () => void layers.mergeDown(id),
          },
          { id: 'group', title: t('layers.addGroup'), run: () => layers.group(id, t('layer.kind.group')) },
        ],
        [
          { id: 'up', title: t('layers.moveUp'), run: () => layers.step(id, -1) },
          { id: 'down', title: t('layers.moveDown'), run: () => layers.step(id, 1) },
        ],
        [{ id: 'remove', title: t('layers.remove'), run: () => layers.remove(id) }],
      ]}
    />
  )
}
