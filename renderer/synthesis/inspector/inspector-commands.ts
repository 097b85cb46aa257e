import type { Command } from '../../shared/commands/command.ts'
import type { CorrespondenceInspector } from './correspondence-inspector.ts'

export function inspectorCommands(inspector: Pick<CorrespondenceInspector, 'toggle'>): readonly Command[] {
  return [
    {
      id: 'inspector.toggle',
      title: 'inspector.toggle',
      group: 'commands.group.view',
      shortcuts: ['Q'],
      run: () => inspector.toggle(),
    },
  ]
}
