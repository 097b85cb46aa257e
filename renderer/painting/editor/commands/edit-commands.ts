import type { Command } from '../../../shared/commands/command.ts'
import type { Editor } from '../editor.ts'

/** Undo, the selection, the clipboard and nudging. */
export function editCommands(editor: Editor): readonly Command[] {
  const { selecting } = editor
  return [
    {
      id: 'history.undo',
      title: 'history.undo',
      group: 'commands.group.edit',
      shortcuts: ['Ctrl+Z'],
      menus: [{ menu: 'edit', section: 1, order: 10 }],
      // If a stroke is being drawn, undo takes that back first.
      isAvailable: () => editor.history.canUndo || editor.paint.isBusy,
      repeats: true,
      run: () => editor.undo(),
    },
    {
      id: 'history.redo',
      title: 'history.redo',
      group: 'commands.group.edit',
      shortcuts: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      menus: [{ menu: 'edit', section: 1, order: 20 }],
      isAvailable: () => editor.history.canRedo,
      repeats: true,
      run: () => editor.redo(),
    },
    {
      id: 'edit.cut',
      title: 'edit.cut',
      group: 'commands.group.edit',
      shortcuts: ['Ctrl+X'],
      menus: [{ menu: 'edit', section: 2, order: 10 }],
      run: () => editor.cut(),
    },
    {
      id: 'edit.copy',
      title: 'edit.copy',
      group: 'commands.group.edit',
      shortcuts: ['Ctrl+C'],
      menus: [{ menu: 'edit', section: 2, order: 20 }],
      run: () => editor.copy(),
    },
    {
      id: 'edit.paste',
      title: 'edit.paste',
      group: 'commands.group.edit',
      shortcuts: ['Ctrl+V'],
      menus: [{ menu: 'edit', section: 2, order: 30 }],
      isAvailable: () => editor.hasCopied,
      // If no classes were copied, the window's own paste handles the key and takes pictures.
      sharesKeys: true,
      run: () => void editor.paste(),
    },
    {
      id: 'edit.delete',
      title: 'edit.delete',
      group: 'commands.group.edit',
      shortcuts: ['Delete', 'Backspace'],
      menus: [{ menu: 'edit', section: 2, order: 40 }],
      run: () => editor.clear(),
    },
    {
      id: 'selection.all',
      title: 'selection.all',
      group: 'commands.group.selection',
      shortcuts: ['Ctrl+A'],
      menus: [{ menu: 'edit', section: 3, order: 10 }],
      run: () => selecting.all(),
    },
    {
      id: 'selection.none',
      title: 'selection.none',
      group: 'commands.group.selection',
      shortcuts: ['Ctrl+D'],
      menus: [{ menu: 'edit', section: 3, order: 20 }],
      run: () => void selecting.none(),
    },
    {
      id: 'selection.invert',
      title: 'selection.invert',
      group: 'commands.group.selection',
      shortcuts: ['Ctrl+Shift+I'],
      menus: [{ menu: 'edit', section: 3, order: 30 }],
      run: () => selecting.invert(),
    },
    ...nudgeCommands(editor),
  ]
}

const directions = { Left: [-1, 0], Right: [1, 0], Up: [0, -1], Down: [0, 1] } as const

function nudgeCommands(editor: Editor): readonly Command[] {
  return Object.entries(directions).flatMap(([key, [x, y]]): Command[] => [
    {
      id: `edit.nudge${key}`,
      title: 'edit.nudge',
      group: 'commands.group.edit',
      shortcuts: [key],
      repeats: true,
      run: () => editor.nudge(x, y),
    },
    {
      id: `edit.nudgeFar${key}`,
      title: 'edit.nudge',
      group: 'commands.group.edit',
      shortcuts: [`Shift+${key}`],
      repeats: true,
      run: () => editor.nudge(10 * x, 10 * y),
    },
  ])
}
