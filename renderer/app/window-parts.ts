import type { ComponentType } from 'react'

import { ExportDialog } from '../files/export/export-dialog.tsx'
import { LargePictureBar } from '../files/export/large-picture-bar.tsx'
import { LabelImportDialog } from '../files/import/label-import-dialog.tsx'
import { PhotoOffersDialog } from '../files/import/photo-offers/photo-offers-dialog.tsx'
import { NewDocumentDialog } from '../files/project/new-document-dialog.tsx'
import { RecentProjectsDialog } from '../files/project/recent-projects-dialog.tsx'
import { RecoveryDialog } from '../files/project/recovery-dialog.tsx'
import { UnsavedDialog } from '../files/project/unsaved-dialog.tsx'
import { CommandPalette } from '../panels/commands/command-palette.tsx'
import { ShortcutSheet } from '../panels/commands/shortcut-sheet.tsx'
import { CorrectionWorkspace } from '../panels/correction/correction-workspace.tsx'
import { DocumentSizeDialog } from '../panels/document/document-size-dialog.tsx'
import { FaceTemplatesDialog } from '../panels/edges/face-templates-dialog.tsx'
import { PhotoEdgesDialog } from '../panels/edges/photo-edges-dialog.tsx'
import { LayerPhotoDialog } from '../panels/exemplar/regions/layer-photo-dialog.tsx'
import { MakeUpExportDialog } from '../panels/makeup/makeup-export-dialog.tsx'
import { MAKE_UP_EXPORT } from '../panels/makeup/makeup-commands.ts'
import { GuideDialog } from '../panels/guide/guide-dialog.tsx'
import { OfflinePage } from '../panels/offline/offline-page.tsx'
import { PacksPage } from '../panels/packs-page/packs-page.tsx'
import { EDIT_EXPORT, EditExportDialog } from '../panels/photo-edit/edit-export-dialog.tsx'
import { OpeningDialog } from '../panels/photo-edit/opening-dialog.tsx'
import { SettingsDialog } from '../panels/settings/settings-dialog.tsx'
import { StartDialog } from '../panels/start/start-dialog.tsx'

/** Something that lies over every workspace. */
interface WindowPart {
  readonly id: string
  readonly component: ComponentType
}

/** Shown whenever they have something to show; later ones lie above earlier ones. */
export const overlays: readonly WindowPart[] = [
  { id: 'correction', component: CorrectionWorkspace },
  { id: 'large-picture', component: LargePictureBar },
  { id: 'label-import', component: LabelImportDialog },
  { id: 'photo-offers', component: PhotoOffersDialog },
  { id: 'photo-opening', component: OpeningDialog },
  { id: 'recovery', component: RecoveryDialog },
  { id: 'unsaved', component: UnsavedDialog },
]

/** Shown one at a time, when a command opens the dialog of that id. */
export const dialogs: readonly WindowPart[] = [
  { id: 'command-palette', component: CommandPalette },
  { id: 'shortcuts', component: ShortcutSheet },
  { id: 'start', component: StartDialog },
  { id: 'settings', component: SettingsDialog },
  { id: 'packs', component: PacksPage },
  { id: 'guide', component: GuideDialog },
  { id: 'offline', component: OfflinePage },
  { id: 'new-document', component: NewDocumentDialog },
  { id: 'document-size', component: DocumentSizeDialog },
  { id: 'recent-projects', component: RecentProjectsDialog },
  { id: 'export', component: ExportDialog },
  { id: 'layer-photo', component: LayerPhotoDialog },
  { id: EDIT_EXPORT, component: EditExportDialog },
  { id: 'face-templates', component: FaceTemplatesDialog },
  { id: 'photo-edges', component: PhotoEdgesDialog },
  { id: MAKE_UP_EXPORT, component: MakeUpExportDialog },
]
