import { z } from 'zod'

/**
 * The menus, in sections with a line between them: those of the window's own bar, and of the system's in Electron. What they
 * lack is reached by the command palette.
 */
export const menuTable = {
  file: [
    ['file.new', 'file.open', 'file.recent', 'file.sample'],
    ['file.save', 'file.saveAs'],
    ['file.importLabels', 'file.importPhoto', 'file.export'],
  ],
  edit: [
    ['history.undo', 'history.redo'],
    ['edit.cut', 'edit.copy', 'edit.paste', 'edit.delete'],
    ['selection.all', 'selection.none', 'selection.invert'],
    ['app.settings'],
  ],
  layers: [
    ['layers.add', 'file.importPhoto', 'layers.addExemplar', 'layers.addWarp', 'layers.addResult'],
    ['layers.duplicate', 'layers.merge', 'layers.group'],
    ['layers.photo', 'layers.separate'],
    ['layers.moveUp', 'layers.moveDown'],
  ],
  view: [
    ['view.zoomIn', 'view.zoomOut', 'view.fit', 'view.actual'],
    ['view.rotateLeft', 'view.rotateRight', 'view.resetRotation', 'view.grid'],
  ],
  help: [
    ['app.commandPalette', 'app.shortcuts', 'app.start', 'app.hint'],
    ['app.packs', 'app.offline'],
  ],
} as const
export type MenuName = keyof typeof menuTable
export const menuNames = ['file', 'edit', 'layers', 'view', 'help'] as const satisfies readonly MenuName[]

/** Ids of the renderer's commands that the menus run. */
export const menuCommandSchema = z.enum([...new Set(menuNames.flatMap((name) => menuTable[name].flat()))])
export type MenuCommand = z.infer<typeof menuCommandSchema>
