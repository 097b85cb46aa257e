import { z } from 'zod'

/**
 * Commands of the native menu (Electron; the web shell has none). The renderer runs the command of the same id;
 * what the menu lacks is reached by the command palette.
 */
export const menuCommandSchema = z.enum([
  'file.new',
  'file.open',
  'file.save',
  'file.save-as',
  'file.import',
  'file.export',
  'edit.undo',
  'edit.redo',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.select-all',
  'edit.select-none',
  'view.zoom-in',
  'view.zoom-out',
  'view.fit',
  'view.actual-size',
  'app.settings',
  'app.command-palette',
  'app.shortcuts',
  'app.packs',
  'app.offline',
])
export type MenuCommand = z.infer<typeof menuCommandSchema>
