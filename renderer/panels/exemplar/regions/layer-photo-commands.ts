import type { Dispatch } from '@reduxjs/toolkit'

import { dialogOpened } from '../../../shared/dialogs/dialog-slice.ts'
import { selectActiveLayer, type DocumentRoot } from '../../../model/document/document-selectors.ts'
import { takesExemplar } from '../../../model/document/layer-kinds/layer-facets.ts'
import type { Editor } from '../../../painting/editor/editor.ts'
import type { Command } from '../../../shared/commands/command.ts'
import type { Announcer } from '../../../shared/notices/announcer.ts'

export interface LayerPhotoCommandParts {
  readonly editor: Pick<Editor, 'layers' | 'selection' | 'selecting' | 'tools'>
  readonly store: { readonly getState: () => DocumentRoot; readonly dispatch: Dispatch }
  readonly announcer: Pick<Announcer, 'tell' | 'text'>
}

/** The command that makes a region of the picture: moves pixels to a layer of their own and gives it a photo. */
export function layerPhotoCommands({ editor, store, announcer }: LayerPhotoCommandParts): readonly Command[] {
  const choosePhoto = (): void => {
    const layer = selectActiveLayer(store.getState())
    if (layer !== undefined && takesExemplar(layer)) store.dispatch(dialogOpened('layer-photo'))
    else announcer.tell('info', 'layers.photoNeedsLayer')
  }
  const separate = (): void => {
    // Floating pixels have to land on their layer before some of them are moved away from it.
    editor.tools.complete()
    const layer = selectActiveLayer(store.getState())
    const mask = editor.selection.get()
    const name = announcer.text('layers.partName', { name: layer?.name ?? '' })
    const moved =
      layer === undefined || mask === undefined ? undefined : editor.layers.separate(layer.id, mask.data, name)
    if (moved === undefined) announcer.tell('info', 'layers.separateNothing')
  }
  return [
    {
      id: 'layers.photo',
      title: 'layers.photo',
      group: 'commands.group.layers',
      shortcuts: [],
      menus: [{ menu: 'layers', section: 3, order: 10 }],
      run: choosePhoto,
    },
    {
      id: 'layers.separate',
      title: 'layers.separate',
      group: 'commands.group.layers',
      shortcuts: ['Ctrl+Shift+J'],
      menus: [{ menu: 'layers', section: 3, order: 20 }],
      run: separate,
    },
  ]
}
