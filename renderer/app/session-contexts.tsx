import type { Context, ReactElement, ReactNode } from 'react'

import { ExportContext } from '../files/export/export-context.ts'
import { ImportContext } from '../files/import/import-context.ts'
import { PhotoOffersContext } from '../files/import/photo-offers/photo-offers-context.ts'
import { ProjectContext } from '../files/project/project-context.ts'
import { RecoveryContext } from '../files/project/recovery-dialog.tsx'
import { LivePicturesContext } from '../painting/canvas/live-pictures-context.ts'
import { EditorContext } from '../painting/editor/editor-context.ts'
import { PhotoOpeningContext } from '../files/photo-edit/photo-opening-context.ts'
import { PhotoSceneContext } from '../painting/photo/photo-scene-context.ts'
import { PhotoEditingContext } from '../synthesis/photo-edit/photo-editing-context.ts'
import { CorrectionContext } from '../panels/correction/correction-context.ts'
import { PhotoEdgesContext } from '../panels/edges/photo-edges-context.ts'
import { MakeUpFilesContext } from '../files/makeup/makeup-files-context.ts'
import { KeptLooksContext } from '../panels/makeup/kept-looks-context.ts'
import { MakeUpContext } from '../panels/makeup/makeup-context.ts'
import { StartContext } from '../panels/start/start-context.ts'
import { CommandsContext } from '../shared/commands/commands-context.ts'
import { AnnouncerContext } from '../shared/notices/announcer-context.ts'
import { SettingsContext } from '../shared/settings/settings-context.ts'
import { ShellContext } from '../shared/shell/shell-context.ts'
import { ExemplarsContext } from '../synthesis/exemplars/exemplars-context.ts'
import { InspectorContext } from '../synthesis/inspector/inspector-context.ts'
import { LiveContext } from '../synthesis/live/live-context.ts'
import { PacksContext } from '../synthesis/packs/packs-context.ts'
import { ResultHistoryContext } from '../synthesis/result-history/result-history-context.ts'
import { ResultsContext } from '../synthesis/results/results-context.ts'
import { LargePictureContext } from '../synthesis/upscale/large-picture-context.ts'
import type { Session } from './session.ts'

interface SessionContextsProps {
  readonly session: Session
  readonly children: ReactNode
}

/** Gives every component the long-lived parts it asks for. */
export function SessionContexts({ session, children }: SessionContextsProps): ReactElement {
  const { documents, live } = session
  const around = [
    provide(ShellContext, session.shell),
    provide(AnnouncerContext, session.announcer),
    provide(SettingsContext, session.settings),
    provide(CommandsContext, session.registry),
    provide(EditorContext, session.editor),
    provide(LivePicturesContext, live.pictures),
    provide(PacksContext, live.packs),
    provide(ExemplarsContext, live.exemplars),
    provide(ResultsContext, live.results),
    provide(LiveContext, live.control),
    provide(ResultHistoryContext, live.history),
    provide(InspectorContext, live.inspector),
    provide(LargePictureContext, live.large),
    provide(ProjectContext, documents.context),
    provide(RecoveryContext, documents.recovery),
    provide(ImportContext, documents.files),
    provide(PhotoOffersContext, session.photoOffers),
    provide(ExportContext, documents.exportSources),
    provide(CorrectionContext, session.correction),
    provide(PhotoSceneContext, documents.photos.scene),
    provide(PhotoEditingContext, documents.photos.editing),
    provide(PhotoOpeningContext, documents.photos.opening),
    provide(PhotoEdgesContext, session.findPhotoEdges),
    provide(StartContext, session.startOffers),
    provide(MakeUpContext, documents.makeUp.studio),
    provide(MakeUpFilesContext, documents.makeUp.files),
    provide(KeptLooksContext, documents.makeUp.looks),
  ]
  return <>{around.reduceRight((inner, wrap) => wrap(inner), children)}</>
}

function provide<Value>(Provided: Context<Value | undefined>, value: Value): (inner: ReactNode) => ReactNode {
  return (inner) => <Provided value={value}>{inner}</Provided>
}
