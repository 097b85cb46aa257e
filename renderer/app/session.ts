import type { EditorSettings } from '../../electron/contract/editor-settings.ts'
import type { HostEnd } from '../../electron/contract/host-end.ts'
import type { ShellApi } from '../../electron/contract/shell-api.ts'
import { appCommands } from '../panels/commands/app-commands.ts'
import { CommandRegistry } from '../shared/commands/command-registry.ts'
import { shareSystemMenu } from '../panels/commands/system-menu.ts'
import type { Translate } from '../i18n/message.ts'
import { Editor } from '../painting/editor/editor.ts'
import { editorCommands } from '../painting/editor/commands/editor-commands.ts'
import { lineCommands } from '../painting/editor/commands/line-commands.ts'
import { edgesOfPhoto } from '../synthesis/edges/photo-edges.ts'
import type { FindPhotoEdges } from '../panels/edges/photo-edges-context.ts'
import { LabelCorrection, type CorrectionSubject } from '../panels/correction/label-correction.ts'
import { documentCommands } from '../panels/document/document-commands.ts'
import { exemplarCommands } from '../panels/exemplar/exemplar-commands.ts'
import { KeyboardInput } from '../panels/keyboard/keyboard-input.ts'
import { followHost } from '../synthesis/live/follow-host.ts'
import { poseCommands } from '../painting/editor/poses/pose-commands.ts'
import { hostEndText } from '../synthesis/inference/host-end-text.ts'
import { inspectorCommands } from '../synthesis/inspector/inspector-commands.ts'
import { liveCommands } from '../synthesis/live/live-commands.ts'
import { largePictureCommands } from '../synthesis/upscale/large-picture-commands.ts'
import { viewCommands } from '../synthesis/views/view-commands.ts'
import { LiveSession } from './live-session.ts'
import { Announcer } from '../shared/notices/announcer.ts'
import { noticeShown } from '../shared/notices/notices-slice.ts'
import { keepPalette } from '../model/palette/keep-palette.ts'
import { preferencesChanged } from '../preferences/preferences-slice.ts'
import { followReducedMotion, historyLimitsOf, preferencesOf } from '../panels/settings/apply-preferences.ts'
import { WindowSettings } from '../shared/settings/window-settings.ts'
import { selectWorkspace } from '../shared/workspace/workspace-slice.ts'
import { makeId } from '../shared/lib/make-id.ts'
import { createDocumentFeatures, type DocumentFeatures } from './document-features.ts'
import type { StartOffer } from '../panels/start/start-context.ts'
import type { PhotoOffer } from '../files/import/photo-offers/photo-offer.ts'
import { photoOffers } from './workspaces/photo-offers.ts'
import { currentWorkspace } from './workspaces/workspace-table.ts'
import { followPack } from './workspaces/follow-pack.ts'
import { startOffers } from './workspaces/start-offers.ts'
import { createAppStore, type AppStore } from './store.ts'

/** The window's long-lived things, made once by main.tsx. */
export interface Session {
  readonly store: AppStore
  readonly shell: ShellApi
  readonly editor: Editor
  readonly live: LiveSession
  readonly settings: WindowSettings
  readonly announcer: Announcer
  /** Everything that has a shortcut, a menu item or a line in the command palette. */
  readonly registry: CommandRegistry
  readonly documents: DocumentFeatures
  /** While it is open, keys and the system's menu act on its own editor. */
  readonly correction: LabelCorrection
  readonly startOffers: readonly StartOffer[]
  readonly findPhotoEdges: FindPhotoEdges
  readonly photoOffers: readonly PhotoOffer[]
  /** Reads packs and exemplars and opens the first document. */
  start(): Promise<void>
  dispose(): void
}

export function createSession(target: Window, shell: ShellApi, initial: EditorSettings): Session {
  const store = createAppStore()
  const announcer = new Announcer(store)
  const settings = new WindowSettings(shell, initial)
  const applySettings = (): void => {
    store.dispatch(preferencesChanged(preferencesOf(settings.get())))
    followReducedMotion(settings.get().reducedMotion, target.document.documentElement)
  }
  applySettings()
  const editor = new Editor({
    store,
    makeId,
    notify: (key) => announcer.tell('info', key),
    historyLimits: historyLimitsOf(initial),
  })
  const hostEnded = (reason: HostEnd): string => announcer.text(hostEndText[reason])
  const live = new LiveSession({
    shell,
    editor,
    store,
    tell: (tone, text) => void store.dispatch(noticeShown({ tone, text })),
    hostEnded,
    now: () => performance.now(),
  })
  const registry = new CommandRegistry(settings)
  const text: Translate = (key, ...values) => announcer.text(key, ...values)
  registry.add(editorCommands(editor, store, text))
  registry.add(lineCommands({ editor, store, text, notify: (key) => announcer.tell('info', key) }))
  registry.add(poseCommands(editor.poses, () => store.getState().document))
  registry.add(liveCommands(live.control))
  registry.add(inspectorCommands(live.inspector))
  registry.add(largePictureCommands(live.large))
  registry.add(viewCommands(store.dispatch))
  registry.add(
    documentCommands({ editor, store, announcer, isFree: () => selectWorkspace(store.getState()) === 'paint' }),
  )
  registry.add(appCommands(store))
  registry.add(
    exemplarCommands({
      clipboard: target.navigator.clipboard,
      add: async (photos) => {
        const [first] = (await announcer.attempt(() => live.library.add(photos))) ?? []
        if (first !== undefined) await live.exemplars.choosePhoto(first.id)
      },
      askForPaste: () => {
        target.document.querySelector<HTMLElement>('[data-exemplar-panel]')?.focus()
        announcer.tell('info', 'exemplar.pasteHere')
      },
    }),
  )
  const correction = new LabelCorrection({
    listen: (keys) => new KeyboardInput(target, keys),
    habits: () => store.getState(),
    settings,
    announcer,
    text,
  })
  const correct = (subject: CorrectionSubject): Promise<void> => correction.begin(subject)
  const documents = createDocumentFeatures({
    target,
    shell,
    store,
    editor,
    live,
    settings,
    announcer,
    registry,
    correct,
  })
  const keyboard = new KeyboardInput(target, {
    listens: () => correction.open.get() === undefined,
    tools: editor.tools,
    escape: () => editor.selecting.none() || documents.photos.editing.giveUp() || live.loop.scheduler.giveUp(),
    commands: () => registry.all().filter(({ id }) => currentWorkspace(store.getState()).hasCommand?.(id) ?? true),
    shortcutsOf: registry.shortcutsOf,
  })
  const report = (error: unknown): void => announcer.fail(error)
  const stops = [
    shell.on('photoNotice', ({ message }) => announcer.fail(new Error(message))),
    followPack(store, live.packs.manifest),
    settings.subscribe(applySettings),
    settings.subscribe(() => editor.history.setLimits(historyLimitsOf(settings.get()))),
    followHost({
      shell,
      scheduler: live.loop.scheduler,
      tellRestart: () => announcer.tell('info', 'settings.restarted'),
      sentence: hostEnded,
      tellEnd: (message) => announcer.fail(new Error(message)),
    }),
    shareSystemMenu({
      shell,
      text,
      registry: () => correction.open.get()?.registry ?? registry,
      changes: [
        (listener) => store.subscribe(listener),
        settings.subscribe,
        editor.history.subscribe,
        correction.open.subscribe,
      ],
      fail: report,
    }),
    keepPalette({ store, settings, manifest: live.packs.manifest, report }),
  ]
  return {
    store,
    shell,
    editor,
    live,
    settings,
    announcer,
    registry,
    documents,
    correction,
    findPhotoEdges: (choice, signal) => {
      const photo = editor.photo.get()
      return photo === undefined ? undefined : edgesOfPhoto(live.client, photo, choice, signal)
    },
    startOffers: startOffers({
      dispatch: store.dispatch,
      run: (id) => {
        registry.run(id)
      },
    }),
    photoOffers: photoOffers({
      exemplars: live.exemplars,
      files: documents.files,
      opening: documents.photos.opening,
      makeUp: documents.makeUp.files,
    }),
    start: async () => {
      await live.start()
      await documents.start()
    },
    dispose: () => {
      stops.forEach((stop) => stop())
      keyboard.dispose()
      correction.dispose()
      documents.dispose()
      live.dispose()
      settings.dispose()
      editor.dispose()
    },
  }
}
