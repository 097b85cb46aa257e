import type { Dispatch } from '@reduxjs/toolkit'

import type { MakeUpFiles } from '../../files/makeup/makeup-files.ts'
import type { Command } from '../../shared/commands/command.ts'
import { dialogOpened } from '../../shared/dialogs/dialog-slice.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { MakeUpStudio } from '../../synthesis/makeup/makeup-studio.ts'
import type { CorrectionSubject } from '../correction/label-correction.ts'
import { partsSubject } from './parts-subject.ts'

export interface MakeUpCommandParts {
  readonly studio: MakeUpStudio
  readonly files: MakeUpFiles
  readonly dispatch: Dispatch
  readonly announcer: Announcer
  readonly correct: (subject: CorrectionSubject) => Promise<void>
  readonly isShown: () => boolean
}

export const MAKE_UP_EXPORT = 'make-up-export'

/** The commands for a photo that is made up. */
export function makeUpCommands(parts: MakeUpCommandParts): readonly Command[] {
  const { studio, files, dispatch, announcer, correct, isShown } = parts
  const hasFace = (): boolean => isShown() && studio.faces.get().length > 0
  const attempt = (act: () => Promise<unknown>): void => void announcer.attempt(act)
  return [
    {
      id: 'makeup.open',
      title: 'makeup.openPhoto',
      group: 'commands.group.makeup',
      shortcuts: [],
      menus: [{ menu: 'file', section: 1, order: 25 }],
      run: () => attempt(() => files.openDialog()),
    },
    {
      id: 'makeup.correct',
      title: 'makeup.correct',
      group: 'commands.group.makeup',
      shortcuts: [],
      isAvailable: hasFace,
      run: () => attempt(() => correct(partsSubject(studio, announcer))),
    },
    {
      id: 'makeup.asFound',
      title: 'makeup.asFound',
      group: 'commands.group.makeup',
      shortcuts: [],
      isAvailable: () => isShown() && studio.decisions.get().corrected !== undefined,
      run: () => studio.correct(undefined),
    },
    {
      id: 'makeup.keepLook',
      title: 'makeup.keepLook',
      group: 'commands.group.makeup',
      shortcuts: [],
      isAvailable: hasFace,
      run: () => attempt(() => files.keepLook()),
    },
    {
      id: 'makeup.compare',
      title: 'makeup.compare',
      group: 'commands.group.makeup',
      shortcuts: ['Shift+C'],
      isAvailable: isShown,
      run: () => studio.scene.change({ mode: studio.scene.view.get().mode === 'compare' ? 'after' : 'compare' }),
    },
    {
      id: 'makeup.export',
      title: 'makeup.export',
      group: 'commands.group.makeup',
      shortcuts: [],
      isAvailable: hasFace,
      run: () => void dispatch(dialogOpened(MAKE_UP_EXPORT)),
    },
  ]
}
