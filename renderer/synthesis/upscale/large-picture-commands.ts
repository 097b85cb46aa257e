import type { Command } from '../../shared/commands/command.ts'
import type { LargePicture } from './large-picture.ts'

export function largePictureCommands(large: Pick<LargePicture, 'render'>): readonly Command[] {
  return [
    { id: 'large.512', title: 'large.render512', shortcuts: [], run: () => void large.render(512) },
    { id: 'large.1024', title: 'large.render1024', shortcuts: [], run: () => void large.render(1024) },
    { id: 'large.2048', title: 'large.render2048', shortcuts: [], run: () => void large.render(2048) },
  ]
}
