import type { Dispatch } from '@reduxjs/toolkit'

import type { Command } from '../../shared/commands/command.ts'
import { viewTitles } from './view-titles.ts'
import { confidenceToggled, viewChosen, viewModes } from './views-slice.ts'

export function viewCommands(dispatch: Dispatch): readonly Command[] {
  return [
    {
      id: 'views.confidence',
      title: 'inspector.confidenceOverlay',
      group: 'commands.group.view',
      shortcuts: ['Shift+Q'],
      run: () => void dispatch(confidenceToggled()),
    },
    ...viewModes.map((mode, index): Command => ({
      id: `views.${mode}`,
      title: viewTitles[mode],
      group: 'commands.group.view',
      shortcuts: [`Alt+${index + 1}`],
      run: () => void dispatch(viewChosen(mode)),
    })),
  ]
}
