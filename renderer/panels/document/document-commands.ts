import type { Dispatch } from '@reduxjs/toolkit'

import type { Editor } from '../../painting/editor/editor.ts'
import type { Command } from '../../shared/commands/command.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'

export interface DocumentCommandParts {
  readonly editor: Pick<Editor, 'transforms'>
  readonly store: { readonly dispatch: Dispatch }
  readonly announcer: Announcer
  /** Whether the document has a size of its own; one that edits a photo keeps the photo's size. */
  readonly isFree: () => boolean
}

/** Commands that change the document as a whole. */
export function documentCommands({
  editor,
  store,
  announcer,
  isFree: isAvailable,
}: DocumentCommandParts): readonly Command[] {
  const { transforms } = editor
  return [
    {
      id: 'document.size',
      title: 'document.size',
      group: 'commands.group.edit',
      menus: [{ menu: 'edit', section: 4, order: 10 }],
      shortcuts: [],
      isAvailable,
      run: () => void store.dispatch(dialogOpened('document-size')),
    },
    {
      id: 'document.cropToSelection',
      title: 'document.cropToSelection',
      group: 'commands.group.edit',
      menus: [{ menu: 'edit', section: 4, order: 20 }],
      shortcuts: [],
      isAvailable,
      run: () => {
        if (!transforms.cropToSelection()) announcer.tell('info', 'document.cropNeedsSelection')
      },
    },
    {
      id: 'document.turnLeft',
      title: 'document.turnLeft',
      group: 'commands.group.edit',
      menus: [{ menu: 'edit', section: 4, order: 30 }],
      shortcuts: [],
      isAvailable,
      run: () => transforms.turn('left'),
    },
    {
      id: 'document.turnRight',
      title: 'document.turnRight',
      group: 'commands.group.edit',
      menus: [{ menu: 'edit', section: 4, order: 40 }],
      shortcuts: [],
      isAvailable,
      run: () => transforms.turn('right'),
    },
  ]
}
