import type { Command } from '../../shared/commands/command.ts'
import type { LargePicture } from './large-picture.ts'

export function largePictureCommands(large: Pick<LargePicture, 'render'>): readonly Command[] {
  return ([512, 1024, 2048] as const).map((side): Command => ({
    id: `large.${side}`,
    title: `large.render${side}`,
    group: 'commands.group.live',
    shortcuts: [],
    run: () => void large.render(side),
  }))
}
