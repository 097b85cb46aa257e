import type { Command } from '../../shared/commands/command.ts'
import type { LargePicture } from './large-picture.ts'

const sides = [
  { side: 512, title: 'large.render512' },
  { side: 1024, title: 'large.render1024' },
  { side: 2048, title: 'large.render2048' },
] as const

export function largePictureCommands(large: Pick<LargePicture, 'render'>): readonly Command[] {
  return sides.map(({ side, title }): Command => ({
    id: `large.${side}`,
    title,
    group: 'commands.group.live',
    shortcuts: [],
    run: () => void large.render(side),
  }))
}
