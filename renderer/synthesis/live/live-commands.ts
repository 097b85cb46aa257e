import type { Command } from '../../shared/commands/command.ts'
import type { LiveControl } from './live-context.ts'

export function liveCommands(live: Pick<LiveControl, 'togglePause' | 'renderNow'>): readonly Command[] {
  return [
    {
      id: 'live.pause',
      title: 'live.pauseOrResume',
      group: 'commands.group.live',
      shortcuts: ['K'],
      run: () => live.togglePause(),
    },
    {
      id: 'live.now',
      title: 'live.now',
      group: 'commands.group.live',
      shortcuts: ['Ctrl+Enter'],
      run: () => live.renderNow(),
    },
  ]
}
