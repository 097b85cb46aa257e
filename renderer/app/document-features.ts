import type { PackManifest } from '../../electron/contract/pack-manifest.ts'
import type { ShellApi } from '../../electron/contract/shell-api.ts'
import type { CommandRegistry } from '../shared/commands/command-registry.ts'
import { dialogOpened, selectOpenDialog } from '../shared/dialogs/dialog-slice.ts'
import type { Editor } from '../painting/editor/editor.ts'
import { layerPhotoCommands } from '../panels/exemplar/regions/layer-photo-commands.ts'
import type { ExportSources } from '../files/export/export-sources.ts'
import { acceptFiles } from '../files/import/file-drop.ts'
import { FileImport } from '../files/import/file-import.ts'
import { posedDocument } from '../files/poses/begin-posing.ts'
import { PoseFiles } from '../files/poses/pose-files.ts'
import type { LiveSession } from './live-session.ts'
import type { Announcer } from '../shared/notices/announcer.ts'
import { firstStepsShown } from '../panels/onboarding/first-steps-slice.ts'
import { openEmptyDocument, openSampleDocument } from '../files/project/sample-document.ts'
import { classChosen } from '../model/palette/palette-slice.ts'
import { showStartScreen } from '../panels/start/show-start-screen.ts'
import { toolChosen } from '../painting/tools/tools-slice.ts'
import { drawnKind } from '../synthesis/conditions/condition-table.ts'
import { viewChosen } from '../synthesis/views/views-slice.ts'
import { PackFollower } from '../synthesis/packs/pack-follower.ts'
import { exemplarPart } from '../files/project/exemplar-part.ts'
import { ProjectCommands } from '../files/project/project-commands.ts'
import type { ProjectServices } from '../files/project/project-context.ts'
import { ProjectSession } from '../files/project/project-session.ts'
import { RecoveryOffer } from '../files/project/recovery-offer.ts'
import { EDIT_EXPORT } from '../panels/photo-edit/edit-export-dialog.tsx'
import { PhotoFeatures } from './photo-features.ts'
import { MAKE_UP_EXPORT } from '../panels/makeup/makeup-commands.ts'
import { MakeUpFeatures, type MakeUpFeatureParts } from './makeup-features.ts'
import type { WindowSettings } from '../shared/settings/window-settings.ts'
import type { AppStore } from './store.ts'

export interface DocumentFeatureParts {
  readonly target: Window
  readonly shell: ShellApi
  readonly store: AppStore
  readonly editor: Editor
  readonly live: LiveSession
  readonly settings: WindowSettings
  readonly announcer: Announcer
  readonly registry: CommandRegistry
  readonly correct: MakeUpFeatureParts['correct']
}

/** Projects, import, export and the first start, wired together. */
export interface DocumentFeatures {
  readonly context: ProjectServices
  readonly recovery: RecoveryOffer
  readonly files: FileImport
  readonly photos: PhotoFeatures
  readonly makeUp: MakeUpFeatures
  readonly poses: PoseFiles
  readonly exportSources: () => ExportSources
  /** Opens the first document: a recovered one if the user wants, the sample at the first start, else an empty one. */
  start(): Promise<void>
  dispose(): void
}

export function createDocumentFeatures(parts: DocumentFeatureParts): DocumentFeatures {
  const { target, shell, store, editor, live, settings, announcer, registry, correct } = parts
  const packId = (): string | undefined => live.packs.manifest.get()?.id
  const classes = (): ReturnType<AppStore['getState']>['palette']['classes'] => store.getState().palette.classes
  const exemplars = exemplarPart({
    shell,
    store,
    entries: () => live.library.entries.get(),
    refresh: () => live.library.refresh(),
    readings: {
      corrected: (id) => live.library.readings.corrected(id),
      adopt: (id, reading) => live.library.readings.adopt(id, reading),
    },
  })
  const photos: PhotoFeatures = new PhotoFeatures({
    shell,
    store,
    editor,
    live,
    announcer,
    session: () => project,
    projects: () => projects,
    takePack: (id) => takePack(id),
  })
  const makeUp: MakeUpFeatures = new MakeUpFeatures({
    shell,
    store,
    editor,
    live,
    announcer,
    session: () => project,
    projects: () => projects,
    correct,
  })
  const exportDialog = (): string =>
    makeUp.isShown ? MAKE_UP_EXPORT : photos.editing.open.get() === undefined ? 'export' : EDIT_EXPORT
  const follower = new PackFollower({ packs: live.packs, store, editor, announcer })
  const takePack = (id: string | undefined): void => follower.take(id)
  const project: ProjectSession = new ProjectSession({
    store,
    editor,
    shell,
    announcer,
    packId,
    takePack,
    parts: [exemplars, photos.part, makeUp.part],
  })
  const projects: ProjectCommands = new ProjectCommands({
    session: project,
    shell,
    announcer,
    store,
    showPhoto: photos.opening.show,
  })
  const recovery = new RecoveryOffer({ shell, session: project, commands: projects, announcer })
  const document = (): ReturnType<AppStore['getState']>['document'] => store.getState().document
  const poses = new PoseFiles({
    shell,
    client: live.client,
    editor,
    announcer,
    document,
    addPhoto: (name, image) => files.addPhoto(name, image),
  })
  const files = new FileImport({
    shell,
    editor,
    session: project,
    projects,
    announcer,
    document,
    classes,
    photo: () => photos.editing.open.get()?.photo,
    takePose: (file) => poses.take(file),
  })
  const stopFiles = acceptFiles(target, files, (name) => announcer.tell('error', 'import.tooLarge', { name }))
  const choose = (classId: number): void => void store.dispatch(classChosen(classId))
  const sample = { shell, session: project, announcer, packId, classes, choose }
  const posePack = (): PackManifest | undefined =>
    live.packs.packs.get().find(({ manifest }) => drawnKind(manifest) === 'pose')?.manifest
  const facePack = (): PackManifest | undefined =>
    live.packs.packs.get().find(({ manifest }) => manifest.exemplarPreparation === 'aligned-face')?.manifest
  /** Leaves the open document for a new one of this pack. */
  const beginWith = (pack: PackManifest | undefined, begin: (pack: PackManifest) => Promise<void>): void => {
    if (pack === undefined) return
    void projects.leaveFor(async () => {
      takePack(pack.id)
      await begin(pack)
    })
  }
  registry.add([
    ...projects.commands(),
    ...files.commands(),
    ...photos.commands(),
    ...makeUp.commands(),
    ...poses.commands(),
    ...layerPhotoCommands({ editor, store, announcer }),
    {
      id: 'file.export',
      title: 'export.command',
      group: 'commands.group.file',
      shortcuts: ['Ctrl+Shift+E'],
      menus: [{ menu: 'file', section: 3, order: 30 }],
      run: () => void store.dispatch(dialogOpened(exportDialog())),
    },
    {
      id: 'file.sample',
      title: 'firstSteps.sample',
      group: 'commands.group.file',
      shortcuts: [],
      menus: [{ menu: 'file', section: 1, order: 40 }],
      run: () =>
        void projects.leaveFor(async () => {
          if (!(await openSampleDocument(sample))) announcer.tell('info', 'firstSteps.noSample')
        }),
    },
    {
      id: 'file.newPose',
      title: 'people.new',
      group: 'commands.group.file',
      shortcuts: [],
      menus: [{ menu: 'file', section: 1, order: 50 }],
      isAvailable: () => posePack() !== undefined,
      run: () =>
        beginWith(posePack(), async (pack) => {
          await project.begin(posedDocument(pack, announcer))
          store.dispatch(toolChosen('pose'))
          store.dispatch(viewChosen('layout'))
        }),
    },
    {
      id: 'file.newFace',
      title: 'faces.new',
      group: 'commands.group.file',
      shortcuts: [],
      menus: [{ menu: 'file', section: 1, order: 45 }],
      isAvailable: () => facePack() !== undefined,
      run: () =>
        beginWith(facePack(), async () => {
          await openEmptyDocument(sample)
          // Who has opened another dialog meanwhile keeps it: on a busy disk a new document takes a while.
          if (selectOpenDialog(store.getState()) === null) store.dispatch(dialogOpened('face-templates'))
        }),
    },
    {
      id: 'app.hint',
      title: 'firstSteps.command',
      group: 'commands.group.app',
      shortcuts: [],
      menus: [{ menu: 'help', section: 1, order: 40 }],
      run: () => void store.dispatch(firstStepsShown()),
    },
  ])
  return {
    context: { session: project, commands: projects },
    recovery,
    files,
    photos,
    makeUp,
    poses,
    exportSources: () => ({
      name: document().name,
      appVersion: APP_VERSION,
      structure: document(),
      layout: editor.layout.get(),
      classes: classes(),
      rasterOf: (layerId) => editor.rasters.get(layerId),
      pictureOf: (pictureId) => editor.pictures.get(pictureId),
      result: live.results.picture.get(),
      resultAt: (size, onProgress) => live.pictureAt(size, onProgress),
      warp: live.results.warp.get(),
      exemplar: live.exemplar.ready?.photo,
    }),
    start: async () => {
      try {
        const first = !settings.get().firstRunDone
        if (!first || !(await openSampleDocument(sample))) await openEmptyDocument(sample)
        if (first) store.dispatch(firstStepsShown())
      } catch (error) {
        announcer.fail(error)
      }
      projects.acceptFromOutside()
      await recovery.look()
      const { firstRunDone, startScreen } = settings.get()
      if (firstRunDone && startScreen && recovery.recoveries.get().length === 0) showStartScreen(store)
    },
    dispose: () => {
      stopFiles()
      files.dispose()
      photos.dispose()
      makeUp.dispose()
      projects.dispose()
      project.dispose()
      follower.dispose()
    },
  }
}

/** Written into exported pictures; the same as in package.json, which the window cannot read. */
const APP_VERSION = '0.1.0'
