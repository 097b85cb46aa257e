import type { EditorSettings } from '../../electron/contract/editor-settings.ts'
import type { HostEnd } from '../../electron/contract/host-end.ts'
import type { ShellApi } from '../../electron/contract/shell-api.ts'
import { appCommands } from '../features/commands/app-commands.ts'
import { CommandRegistry } from '../features/commands/command-registry.ts'
import { followMenu } from '../features/commands/menu-commands.ts'
import { Editor } from '../features/editor/editor.ts'
import { editorCommands } from '../features/editor/editor-commands.ts'
import { LabelCorrection } from '../features/exemplar/correction/label-correction.ts'
import { exemplarCommands } from '../features/exemplar/exemplar-commands.ts'
import { KeyboardInput } from '../features/keyboard/keyboard-input.ts'
import { followHost } from '../features/live/follow-host.ts'
import { hostEndText } from '../features/live/host-end-text.ts'
import { liveCommands } from '../features/live/live-commands.ts'
import { LiveSession } from '../features/live/live-session.ts'
import { Announcer } from '../features/notices/announcer.ts'
import { noticeShown } from '../features/notices/notices-slice.ts'
import { keepPalette } from '../features/palette/keep-palette.ts'
import { paletteRestored } from '../features/palette/palette-slice.ts'
import { preferencesChanged } from '../features/preferences/preferences-slice.ts'
import { followReducedMotion, historyLimitsOf, preferencesOf } from '../features/settings/apply-preferences.ts'
import { SettingsStore } from '../features/settings/settings-store.ts'
import { makeId } from '../shared/lib/make-id.ts'
import { createDocumentFeatures, type DocumentFeatures } from './document-features.ts'
import { createAppStore, type AppStore } from './store.ts'

/** The window's long-lived things, made once by main.tsx. */
export interface Session {
  readonly store: AppStore
  readonly shell: ShellApi
  readonly editor: Editor
  readonly live: LiveSession
  readonly settings: SettingsStore
  readonly announcer: Announcer
  /** Everything that has a shortcut, a menu item or a line in the command palette. */
  readonly registry: CommandRegistry
  readonly documents: DocumentFeatures
  /** While it is open, keys and the native menu are for its own editor. */
  readonly correction: LabelCorrection
  /** Reads packs and exemplars and opens the first document. */
  start(): Promise<void>
  dispose(): void
}

export function createSession(target: Window, shell: ShellApi, initial: EditorSettings): Session {
  const store = createAppStore()
  const announcer = new Announcer(store)
  const settings = new SettingsStore(shell, initial)
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
  registry.add(editorCommands(editor, store, (key) => announcer.text(key)))
  registry.add(liveCommands(live, store.dispatch))
  registry.add(appCommands(store))
  registry.add(
    exemplarCommands({
      clipboard: target.navigator.clipboard,
      add: async (photos) => {
        const [first] = (await live.attempt(() => live.library.add(photos))) ?? []
        if (first !== undefined) await live.choosePhoto(first.id)
      },
      askForPaste: () => {
        target.document.querySelector<HTMLElement>('[data-exemplar-panel]')?.focus()
        announcer.tell('info', 'exemplar.pasteHere')
      },
    }),
  )
  const documents = createDocumentFeatures({ target, shell, store, editor, live, settings, announcer, registry })
  const correction = new LabelCorrection({
    listen: (keys) => new KeyboardInput(target, keys),
    library: live.library,
    habits: () => store.getState(),
    settings,
    announcer,
    text: (key) => announcer.text(key),
    takeFavourites: (favouriteIds, { id }) => {
      if (live.packs.manifest.get()?.id === id) store.dispatch(paletteRestored({ favouriteIds }))
    },
    corrected: () => void live.takeExemplarAgain(),
  })
  const keyboard = new KeyboardInput(target, {
    listens: () => correction.open.get() === undefined,
    tools: editor.tools,
    escape: () => editor.selecting.none(),
    commands: registry.all,
    shortcutsOf: registry.shortcutsOf,
  })
  const report = (error: unknown): void => announcer.fail(error)
  const stops = [
    settings.subscribe(applySettings),
    settings.subscribe(() => editor.history.setLimits(historyLimitsOf(settings.get()))),
    followHost({
      shell,
      scheduler: live.loop.scheduler,
      tellRestart: () => announcer.tell('info', 'settings.restarted'),
      sentence: hostEnded,
      tellEnd: (message) => announcer.fail(new Error(message)),
    }),
    followMenu(shell, { run: (id) => (correction.open.get()?.registry ?? registry).run(id) }),
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
