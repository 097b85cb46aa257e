import type { PlainMessageKey } from '../../i18n/message.ts'

export interface MenuTable {
  readonly title: PlainMessageKey
  /** Command ids; a line separates the sections. */
  readonly sections: readonly (readonly string[])[]
}

/** The menus of the window's top bar. Commands that are not registered are left out. */
export const menus: readonly MenuTable[] = [
  {
    title: 'commands.group.file',
    sections: [
      ['file.new', 'file.open', 'file.recent', 'file.sample'],
      ['file.save', 'file.saveAs'],
      ['file.importLabels', 'file.importPhoto', 'file.export'],
    ],
  },
  {
    title: 'commands.group.edit',
    sections: [
      ['history.undo', 'history.redo'],
      ['edit.cut', 'edit.copy', 'edit.paste', 'edit.delete'],
      ['selection.all', 'selection.none', 'selection.invert'],
      ['app.settings'],
    ],
  },
  {
    title: 'commands.group.layers',
    sections: [
      ['layers.add', 'file.importPhoto', 'layers.addExemplar', 'layers.addWarp', 'layers.addResult'],
      ['layers.duplicate', 'layers.merge', 'layers.group'],
      ['layers.moveUp', 'layers.moveDown'],
    ],
  },
  {
    title: 'commands.group.view',
    sections: [
      ['view.zoomIn', 'view.zoomOut', 'view.fit', 'view.actual'],
      ['view.rotateLeft', 'view.rotateRight', 'view.resetRotation', 'view.grid'],
    ],
  },
  {
    title: 'commands.group.help',
    sections: [
      ['app.commandPalette', 'app.shortcuts', 'app.hint'],
      ['app.packs', 'app.offline'],
    ],
  },
]
