import type { Translate } from '../../../i18n/message.ts'
import { addableKinds } from '../../../model/document/layer-kinds/layer-facets.ts'
import { selectActiveLayer } from '../../../model/document/document-selectors.ts'
import type { Layer } from '../../../model/document/layer-kinds/layer-schema.ts'
import type { Command } from '../../../shared/commands/command.ts'
import type { EditorStore } from '../editor-store.ts'
import type { Editor } from '../editor.ts'

/** Adding, copying, merging, grouping and moving layers; most act on the active one. */
export function layerActions({ layers }: Editor, store: EditorStore, text: Translate): readonly Command[] {
  const active = (): Layer | undefined => selectActiveLayer(store.getState())
  const onActive = (act: (layer: Layer) => void): Pick<Command, 'isAvailable' | 'run'> => ({
    isAvailable: () => active() !== undefined,
    run: () => {
      const layer = active()
      if (layer !== undefined) act(layer)
    },
  })
  return [
    {
      id: 'layers.add',
      title: 'layers.add',
      group: 'commands.group.layers',
      shortcuts: ['Ctrl+Shift+N'],
      menus: [{ menu: 'layers', section: 1, order: 10 }],
      run: () => void layers.addLabels(text('layer.kind.label')),
    },
    ...addableKinds().map(({ kind, title, addCommand }, index): Command => ({
      id: addCommand.id,
      title: addCommand.title,
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 1, order: 30 + index }],
      run: () => void layers.add(kind, text(title)),
    })),
    {
      id: 'layers.duplicate',
      title: 'layers.duplicate',
      group: 'commands.group.layers',
      shortcuts: ['Ctrl+J'],
      menus: [{ menu: 'layers', section: 2, order: 10 }],
      ...onActive(({ id, name }) => void layers.duplicate(id, text('layers.copyName', { name }))),
    },
    {
      id: 'layers.merge',
      title: 'layers.merge',
      group: 'commands.group.layers',
      shortcuts: ['Ctrl+E'],
      menus: [{ menu: 'layers', section: 2, order: 20 }],
      isAvailable: () => layers.mergeTarget(active()?.id ?? '') !== undefined,
      run: () => void layers.mergeDown(active()?.id ?? ''),
    },
    {
      id: 'layers.group',
      title: 'layers.addGroup',
      group: 'commands.group.layers',
      shortcuts: ['Ctrl+G'],
      menus: [{ menu: 'layers', section: 2, order: 30 }],
      ...onActive(({ id }) => layers.group(id, text('layer.kind.group'))),
    },
    {
      id: 'layers.remove',
      title: 'layers.remove',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 2, order: 40 }],
      ...onActive(({ id }) => layers.remove(id)),
    },
    {
      id: 'layers.moveUp',
      title: 'layers.moveUp',
      group: 'commands.group.layers',
      shortcuts: ['Ctrl+]'],
      menus: [{ menu: 'layers', section: 4, order: 10 }],
      ...onActive(({ id }) => layers.step(id, -1)),
    },
    {
      id: 'layers.moveDown',
      title: 'layers.moveDown',
      group: 'commands.group.layers',
      shortcuts: ['Ctrl+['],
      menus: [{ menu: 'layers', section: 4, order: 20 }],
      ...onActive(({ id }) => layers.step(id, 1)),
    },
  ]
}
