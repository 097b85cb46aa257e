import { gridToggled } from '../viewport/canvas-slice.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { selectNumberedClasses } from '../../model/palette/palette-selectors.ts'
import { classChosen } from '../../model/palette/palette-slice.ts'
import { steppedBrushSize } from '../tools/brush-size.ts'
import { tools, toolTable } from '../tools/tool-table.ts'
import { toolChosen, toolSettingsChanged } from '../tools/tools-slice.ts'
import { addableKinds } from '../../model/document/layer-kinds/layer-facets.ts'
import type { EditorStore } from './editor-store.ts'
import type { Editor } from './editor.ts'

const ROTATION_STEP = Math.PI / 12

/**
 * What the editor offers by key; menus and the command palette show the same list.
 *
 * @param text Gives names of new layers in the user's language.
 */
export function editorCommands(
  editor: Editor,
  store: EditorStore,
  text: (key: PlainMessageKey) => string,
): readonly Command[] {
  return [
    ...toolCommands(store),
    ...brushCommands(store),
    ...editCommands(editor),
    ...nudgeCommands(editor),
    ...layerCommands(editor, store, text),
    ...viewCommands(editor, store),
    ...classCommands(store),
  ]
}

function command(
  id: string,
  title: PlainMessageKey,
  shortcuts: readonly string[],
  run: () => void,
  repeats = false,
): Command {
  return { id, title, shortcuts, run, repeats }
}

function toolCommands(store: EditorStore): Command[] {
  return tools.map(({ id, title, shortcut }) =>
    command(`tool.${id}`, title, [shortcut], () => void store.dispatch(toolChosen(id))),
  )
}

function brushCommands(store: EditorStore): Command[] {
  const resize = (direction: 1 | -1) => (): void => {
    const { activeToolId, settings } = store.getState().tools
    const key = toolTable[activeToolId].diameter ?? 'brushSize'
    store.dispatch(toolSettingsChanged({ [key]: steppedBrushSize(settings[key], direction) }))
  }
  return [
    command('brush.smaller', 'toolOption.smaller', ['['], resize(-1), true),
    command('brush.larger', 'toolOption.larger', [']'], resize(1), true),
  ]
}

function editCommands(editor: Editor): Command[] {
  const { selecting } = editor
  return [
    command('history.undo', 'history.undo', ['Ctrl+Z'], () => editor.undo(), true),
    command('history.redo', 'history.redo', ['Ctrl+Shift+Z', 'Ctrl+Y'], () => editor.redo(), true),
    command('selection.all', 'selection.all', ['Ctrl+A'], () => selecting.all()),
    command('selection.none', 'selection.none', ['Ctrl+D'], () => void selecting.none()),
    command('selection.invert', 'selection.invert', ['Ctrl+Shift+I'], () => selecting.invert()),
    command('edit.copy', 'edit.copy', ['Ctrl+C'], () => editor.copy()),
    command('edit.cut', 'edit.cut', ['Ctrl+X'], () => editor.cut()),
    // Without classes to paste, the window's own paste brings pictures.
    {
      ...command('edit.paste', 'edit.paste', ['Ctrl+V'], () => void editor.paste()),
      takesKeys: () => editor.hasCopied,
    },
    command('edit.delete', 'edit.delete', ['Delete', 'Backspace'], () => selecting.clear()),
  ]
}

function nudgeCommands(editor: Editor): Command[] {
  const directions = { Left: [-1, 0], Right: [1, 0], Up: [0, -1], Down: [0, 1] } as const
  return Object.entries(directions).flatMap(([key, [x, y]]) => [
    command(`edit.nudge${key}`, 'edit.nudge', [key], () => editor.selecting.nudge(x, y), true),
    command(`edit.nudgeFar${key}`, 'edit.nudge', [`Shift+${key}`], () => editor.selecting.nudge(10 * x, 10 * y), true),
  ])
}

function layerCommands({ layers }: Editor, store: EditorStore, text: (key: PlainMessageKey) => string): Command[] {
  const withActive = (run: (id: string, name: string) => void) => (): void => {
    const { activeLayerId, layers: byId } = store.getState().document
    const layer = activeLayerId === null ? undefined : byId[activeLayerId]
    if (layer !== undefined) run(layer.id, layer.name)
  }
  return [
    command('layers.add', 'layers.add', ['Ctrl+Shift+N'], () => void layers.addLabels(text('layer.kind.label'))),
    ...addableKinds().map(({ kind, title, addCommand }) =>
      command(addCommand.id, addCommand.title, [], () => void layers.add(kind, text(title))),
    ),
    command(
      'layers.duplicate',
      'layers.duplicate',
      ['Ctrl+J'],
      withActive((id, name) => void layers.duplicate(id, name)),
    ),
    command(
      'layers.merge',
      'layers.merge',
      ['Ctrl+E'],
      withActive((id) => void layers.mergeDown(id)),
    ),
    command(
      'layers.group',
      'layers.addGroup',
      ['Ctrl+G'],
      withActive((id) => layers.group(id, text('layer.kind.group'))),
    ),
    command(
      'layers.moveUp',
      'layers.moveUp',
      ['Ctrl+]'],
      withActive((id) => layers.step(id, -1)),
    ),
    command(
      'layers.moveDown',
      'layers.moveDown',
      ['Ctrl+['],
      withActive((id) => layers.step(id, 1)),
    ),
  ]
}

function viewCommands({ viewport }: Editor, store: EditorStore): Command[] {
  return [
    command('view.zoomIn', 'view.zoomIn', ['Ctrl+=', 'Ctrl+Plus', '=', 'Plus'], () => viewport.zoomStep(1), true),
    command('view.zoomOut', 'view.zoomOut', ['Ctrl+-', '-'], () => viewport.zoomStep(-1), true),
    command('view.fit', 'view.fit', ['Ctrl+0'], () => viewport.fit()),
    command('view.actual', 'view.actual', ['Ctrl+1'], () => viewport.actualSize()),
    command('view.rotateRight', 'view.rotateRight', ['Shift+R'], () => viewport.rotate(ROTATION_STEP), true),
    command('view.rotateLeft', 'view.rotateLeft', ['Ctrl+Shift+R'], () => viewport.rotate(-ROTATION_STEP), true),
    command('view.resetRotation', 'view.resetRotation', ['Alt+R'], () => viewport.resetRotation()),
    command('view.grid', 'view.grid', ["Ctrl+'"], () => void store.dispatch(gridToggled())),
  ]
}

function classCommands(store: EditorStore): Command[] {
  return Array.from({ length: 10 }, (_, index) =>
    command(`palette.class${index + 1}`, 'palette.title', [String((index + 1) % 10)], () => {
      const chosen = selectNumberedClasses(store.getState())[index]
      if (chosen !== undefined) store.dispatch(classChosen(chosen.id))
    }),
  )
}
