import type { Command } from '../../../shared/commands/command.ts'
import { gridToggled } from '../../viewport/canvas-slice.ts'
import type { EditorStore } from '../editor-store.ts'
import type { Editor } from '../editor.ts'

const ROTATION_STEP = Math.PI / 12

/** Commands for zoom, rotation and grid. */
export function canvasCommands({ viewport }: Editor, store: EditorStore): readonly Command[] {
  return [
    {
      id: 'view.zoomIn',
      title: 'view.zoomIn',
      group: 'commands.group.view',
      shortcuts: ['Ctrl+=', 'Ctrl+Plus', '=', 'Plus'],
      menus: [{ menu: 'view', section: 1, order: 10 }],
      repeats: true,
      run: () => viewport.zoomStep(1),
    },
    {
      id: 'view.zoomOut',
      title: 'view.zoomOut',
      group: 'commands.group.view',
      shortcuts: ['Ctrl+-', '-'],
      menus: [{ menu: 'view', section: 1, order: 20 }],
      repeats: true,
      run: () => viewport.zoomStep(-1),
    },
    {
      id: 'view.fit',
      title: 'view.fit',
      group: 'commands.group.view',
      shortcuts: ['Ctrl+0'],
      menus: [{ menu: 'view', section: 1, order: 30 }],
      run: () => viewport.fit(),
    },
    {
      id: 'view.actual',
      title: 'view.actual',
      group: 'commands.group.view',
      shortcuts: ['Ctrl+1'],
      menus: [{ menu: 'view', section: 1, order: 40 }],
      run: () => viewport.actualSize(),
    },
    {
      id: 'view.rotateLeft',
      title: 'view.rotateLeft',
      group: 'commands.group.view',
      shortcuts: ['Ctrl+Shift+R'],
      menus: [{ menu: 'view', section: 2, order: 10 }],
      repeats: true,
      run: () => viewport.rotate(-ROTATION_STEP),
    },
    {
      id: 'view.rotateRight',
      title: 'view.rotateRight',
      group: 'commands.group.view',
      shortcuts: ['Shift+R'],
      menus: [{ menu: 'view', section: 2, order: 20 }],
      repeats: true,
      run: () => viewport.rotate(ROTATION_STEP),
    },
    {
      id: 'view.resetRotation',
      title: 'view.resetRotation',
      group: 'commands.group.view',
      shortcuts: ['Alt+R'],
      menus: [{ menu: 'view', section: 2, order: 30 }],
      run: () => viewport.resetRotation(),
    },
    {
      id: 'view.grid',
      title: 'view.grid',
      group: 'commands.group.view',
      shortcuts: ["Ctrl+'"],
      menus: [{ menu: 'view', section: 2, order: 40 }],
      run: () => void store.dispatch(gridToggled()),
    },
  ]
}
