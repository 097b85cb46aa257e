import type { Dispatch } from '@reduxjs/toolkit'

import type { Command } from '../keyboard/command.ts'
import { viewTitles } from '../views/view-titles.ts'
import { confidenceToggled, viewChosen, viewModes } from '../views/views-slice.ts'
import type { LiveSession } from './live-session.ts'

/** What live synthesis and its views offer by key and in the command palette. */
export function liveCommands(live: LiveSession, dispatch: Dispatch): readonly Command[] {
  return [
    { id: 'live.pause', title: 'live.pauseOrResume', shortcuts: ['Esc'], run: () => live.togglePause() },
    { id: 'live.now', title: 'live.now', shortcuts: ['Ctrl+Enter'], run: () => live.loop.scheduler.renderNow() },
    { id: 'inspector.toggle', title: 'inspector.toggle', shortcuts: ['Q'], run: () => live.inspector.toggle() },
    {
      id: 'views.confidence',
      title: 'inspector.confidenceOverlay',
      shortcuts: ['Shift+Q'],
      run: () => void dispatch(confidenceToggled()),
    },
    { id: 'large.512', title: 'large.render512', shortcuts: [], run: () => void live.large.render(512) },
    { id: 'large.1024', title: 'large.render1024', shortcuts: [], run: () => void live.large.render(1024) },
    { id: 'large.2048', title: 'large.render2048', shortcuts: [], run: () => void live.large.render(2048) },
    ...viewModes.map((mode, index) => ({
      id: `views.${mode}`,
      title: viewTitles[mode],
      shortcuts: [`Alt+${index + 1}`],
      run: () => void dispatch(viewChosen(mode)),
    })),
  ]
}
