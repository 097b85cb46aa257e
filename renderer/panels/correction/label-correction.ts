import { classMapOf } from '../../../electron/contract/class-maps.ts'
import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import type { ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { Translate } from '../../i18n/message.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { CommandRegistry } from '../../shared/commands/command-registry.ts'
import { Editor } from '../../painting/editor/editor.ts'
import { editorCommands } from '../../painting/editor/commands/editor-commands.ts'
import type { KeyboardInputParts } from '../keyboard/keyboard-input.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import { unmatchedClass } from '../../synthesis/exemplars/active-exemplar.ts'
import type { PhotoLibrary } from '../../synthesis/exemplars/photo-library.ts'
import type { PhotoReadings } from '../../synthesis/exemplars/photo-readings.ts'
import { createCorrectionStore, type CorrectionStore, type Habits } from './correction-store.ts'
import { labelDocument, PHOTO_LAYER } from './label-document.ts'

export interface LabelCorrectionParts {
  /** Begins to listen to the window's keys. */
  readonly listen: (keys: KeyboardInputParts) => { readonly dispose: () => void }
  readonly library: Pick<PhotoLibrary, 'photo' | 'correct'> & { readonly readings: Pick<PhotoReadings, 'of'> }
  /** Classes, tool and preferences of the window. */
  readonly habits: () => Habits
  readonly settings: { readonly get: () => Pick<EditorSettings, 'shortcuts'> }
  readonly announcer: Pick<Announcer, 'tell' | 'fail'>
  readonly text: Translate
  /** Stars given to classes while correcting are for every document, whether the labels are kept or not. */
  readonly takeFavourites: (classIds: readonly number[], manifest: PackManifest) => void
  /** The labels of this photo are others now. */
  readonly corrected: (exemplarId: string) => void
}

/** The labels of one photo on the canvas, with all that acts on them. */
export interface OpenCorrection {
  readonly entry: ExemplarEntry
  readonly manifest: PackManifest
  readonly store: CorrectionStore
  readonly editor: Editor
  readonly registry: CommandRegistry
}

/**
 * Correcting what the annotator got wrong. It happens in an editor of its own, with its own history and view: the
 * user's document, its undo steps and its journal never hear of it.
 */
export class LabelCorrection {
  readonly open = new Observable<OpenCorrection | undefined>(undefined)
  readonly #parts: LabelCorrectionParts
  #keyboard: { readonly dispose: () => void } | undefined
  #turn = 0

  constructor(parts: LabelCorrectionParts) {
    this.#parts = parts
  }

  async begin(entry: ExemplarEntry, manifest: PackManifest): Promise<void> {
    if (this.open.get() !== undefined) return
    this.#turn += 1
    const turn = this.#turn
    const { library, announcer, habits, settings, text, listen } = this.#parts
    try {
      const [whole, reading] = await Promise.all([library.photo(entry.id), library.readings.of(entry.id, manifest)])
      const labels = reading === undefined ? undefined : classMapOf(reading.condition)
      if (turn !== this.#turn || labels === undefined) return
      const store = createCorrectionStore(habits())
      const editor = new Editor({ store, makeId, notify: (key) => announcer.tell('info', key) })
      const names = { labels: text('layer.kind.label'), photo: text('layer.kind.photo') }
      const { structure, rasters } = labelDocument(entry.id, labels, unmatchedClass(manifest), names)
      editor.pictures.put(PHOTO_LAYER, reading?.picture ?? whole)
      editor.open(structure, rasters)
      const registry = new CommandRegistry(settings)
      registry.add(editorCommands(editor, store, text))
      registry.add([
        {
          id: 'exemplar.keepLabels',
          title: 'exemplar.keepLabels',
          group: 'commands.group.live',
          shortcuts: ['Ctrl+S'],
          run: () => void this.keep(),
        },
      ])
      const { all: commands, shortcutsOf } = registry
      this.#keyboard = listen({ tools: editor.tools, escape: () => editor.selecting.none(), commands, shortcutsOf })
      this.open.set({ entry, manifest, store, editor, registry })
    } catch (error) {
      announcer.fail(error)
    }
  }

  /** Whether leaving it now would lose what was painted. */
  get hasChanges(): boolean {
    const editor = this.open.get()?.editor
    return editor !== undefined && (editor.history.canUndo || editor.paint.isBusy)
  }

  /** Stores the labels as they are painted now. They stay on the canvas when the disk refuses. */
  async keep(): Promise<void> {
    const open = this.open.get()
    if (open === undefined) return
    const { library, announcer, corrected } = this.#parts
    try {
      open.editor.tools.complete()
      const { width, height, data } = open.editor.layout.get()
      await library.correct(open.entry.id, { width, height, data: data.slice() }, open.manifest)
      if (this.open.get() !== open) return
      this.cancel()
      corrected(open.entry.id)
    } catch (error) {
      announcer.fail(error)
    }
  }

  cancel(): void {
    this.#turn += 1
    const open = this.open.get()
    this.#keyboard?.dispose()
    this.#keyboard = undefined
    this.open.set(undefined)
    if (open === undefined) return
    this.#parts.takeFavourites(open.store.getState().palette.favouriteIds, open.manifest)
    open.editor.dispose()
  }

  dispose(): void {
    this.cancel()
    this.open.dispose()
  }
}
