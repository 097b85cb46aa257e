import type { Command } from '../../../shared/commands/command.ts'
import { steppedBrushSize } from '../../tools/brush-size.ts'
import { tools, toolTable } from '../../tools/tool-table.ts'
import { toolChosen, toolSettingsChanged } from '../../tools/tools-slice.ts'
import type { EditorStore } from '../editor-store.ts'

/** Choosing a tool, and making its brush smaller or larger. */
export function toolCommands(store: EditorStore): readonly Command[] {
  const resize = (direction: 1 | -1): void => {
    const { activeToolId, settings } = store.getState().tools
    const key = toolTable[activeToolId].diameter ?? 'brushSize'
    store.dispatch(toolSettingsChanged({ [key]: steppedBrushSize(settings[key], direction) }))
  }
  return [
    ...tools.map(({ id, title, shortcut }): Command => ({
      id: `tool.${id}`,
      title,
      group: 'commands.group.tools',
      shortcuts: [shortcut],
      run: () => void store.dispatch(toolChosen(id)),
    })),
    {
      id: 'brush.smaller',
      title: 'toolOption.smaller',
      group: 'commands.group.tools',
      shortcuts: ['['],
      repeats: true,
      run: () => resize(-1),
    },
    {
      id: 'brush.larger',
      title: 'toolOption.larger',
      group: 'commands.group.tools',
      shortcuts: [']'],
      repeats: true,
      run: () => resize(1),
    },
  ]
}
