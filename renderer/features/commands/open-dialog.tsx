import type { ComponentType, ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { LayerPhotoDialog } from '../exemplar/regions/layer-photo-dialog.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { OfflinePage } from '../offline/offline-page.tsx'
import { PacksPage } from '../packs-page/packs-page.tsx'
import { NewDocumentDialog } from '../project/new-document-dialog.tsx'
import { RecentProjectsDialog } from '../project/recent-projects-dialog.tsx'
import { SettingsDialog } from '../settings/settings-dialog.tsx'
import { CommandPalette } from './command-palette.tsx'
import { selectOpenDialog, type DialogName } from './dialog-slice.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'

const dialogs: Readonly<Record<DialogName, ComponentType>> = {
  'command-palette': CommandPalette,
  shortcuts: ShortcutSheet,
  settings: SettingsDialog,
  packs: PacksPage,
  offline: OfflinePage,
  'new-document': NewDocumentDialog,
  'recent-projects': RecentProjectsDialog,
  export: ExportDialog,
  'layer-photo': LayerPhotoDialog,
}

/** The window over the window that a command opened. */
export function OpenDialog(): ReactElement | null {
  const name = useSelector(selectOpenDialog)
  if (name === null) return null
  const Shown = dialogs[name]
  return <Shown />
}
