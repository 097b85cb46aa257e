import type { PlainMessageKey } from '../../i18n/message.ts'

const titles: Readonly<Record<string, PlainMessageKey>> = {
  file: 'commands.group.file',
  edit: 'commands.group.edit',
  history: 'commands.group.edit',
  selection: 'commands.group.selection',
  view: 'commands.group.view',
  tool: 'commands.group.tools',
  brush: 'commands.group.tools',
  palette: 'commands.group.classes',
  layers: 'commands.group.layers',
  live: 'commands.group.live',
  exemplar: 'commands.group.live',
  result: 'commands.group.live',
  app: 'commands.group.app',
}

/** The heading under which the shortcut sheet lists a command, by the first word of its id. */
export function groupOf(commandId: string): PlainMessageKey {
  return titles[commandId.split('.')[0] ?? ''] ?? 'commands.group.app'
}
