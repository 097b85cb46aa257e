import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { PlainMessageKey, Translate } from '../../i18n/message.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { CommandRegistry } from '../../shared/commands/command-registry.ts'
import { Editor } from '../../painting/editor/editor.ts'
import { editorCommands } from '../../painting/editor/commands/editor-commands.ts'
import type { KeyboardInputParts } from '../keyboard/keyboard-input.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import { createCorrectionStore, type CorrectionStore, type Habits } from './correction-store.ts'
import { labelDocument, PHOTO_LAYER } from './label-document.ts'

export interface LabelCorrectionParts {
  /** Starts listening to the window's keys. */
  readonly listen: (keys: KeyboardInputParts) => { readonly dispose: () => void }
  /** Classes, tool and preferences of the window. */
  readonly habits: () => Habits
  readonly settings: { readonly get: () => Pick<EditorSettings, 'shortcuts'> }
  readonly announcer: Pick<Announcer, 'tell' | 'fail'>
  readonly text: Translate
}

/** Labels of a photo that can be corrected, whatever they mean. */
export interface CorrectionSubject {
  readonly id: string
  /** Of the dialog, in the user's language. */
  readonly title: string
  readonly hint: string
  readonly keepTitle: PlainMessageKey
  /** Nothing where there are no labels to correct. */
  readonly read: () => Promise<{ readonly photo: RgbImage; readonly labels: LabelMap } | undefined>
  /** Classes of the labels; absent = those of the window. */
  readonly classes?: readonly PackClass[]
  /** Class of pixels that were erased and not painted again. */
  readonly other: number
  /** Stores the labels as they are painted now; it may refuse. */
  readonly keep: (labels: LabelMap) => Promise<void>
  /** Favourite classes chosen while correcting are kept for every document, whether or not the labels are kept. */
  readonly takeFavourites?: (classIds: readonly number[]) => void
}

/** The labels of one photo on the canvas, with all that acts on them. */
export interface OpenCorrection {
  readonly subject: CorrectionSubject
  readonly store: CorrectionStore
  readonly editor: Editor
  readonly registry: CommandRegistry
}

/**
 * Correcting what the annotator got wrong. It happens in an editor of its own, with its own history and view, so that
 * the user's document, its undo steps and its journal are not affected.
 */
export class LabelCorrection {
  readonly open = new Observable<OpenCorrection | undefined>(undefined)
  readonly #parts: LabelCorrectionParts
  #keyboard: { readonly dispose: () => void } | undefined
  #turn = 0

  constructor(parts: LabelCorrectionParts) {
    this.#parts = parts
  }

  async begin(subject: CorrectionSubject): Promise<void> {
    if (this.open.get() !== undefined) return
    this.#turn += 1
    const turn = this.#turn
    const { announcer, habits, settings, text, listen } = this.#parts
    try {
      const read = await subject.read()
      if (turn !== this.#turn || read === undefined) return
      const { photo, labels } = read
      const store = createCorrectionStore(habits(), subject.classes)
      const editor = new Editor({ store, makeId, notify: (key) => announcer.tell('info', key) })
      const names = { labels: text('layer.kind.label'), photo: text('layer.kind.photo') }
      const { structure, rasters } = labelDocument(subject.id, labels, subject.other, names)
      editor.pictures.put(PHOTO_LAYER, photo)
      editor.open(structure, rasters)
      const registry = new CommandRegistry(settings)
      registry.add(editorCommands(editor, store, text))
      registry.add([
        {
          id: 'exemplar.keepLabels',
          title: subject.keepTitle,
          group: 'commands.group.live',
          shortcuts: ['Ctrl+S'],
          run: () => void this.keep(),
        },
      ])
      const { all: commands, shortcutsOf } = registry
      this.#keyboard = listen({ tools: editor.tools, escape: () => editor.selecting.none(), commands, shortcutsOf })
      this.open.set({ subject, store, editor, registry })
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
    try {
      open.editor.tools.complete()
      const { width, height, data } = open.editor.layout.get()
      await open.subject.keep({ width, height, data: data.slice() })
      if (this.open.get() === open) this.cancel()
    } catch (error) {
      this.#parts.announcer.fail(error)
    }
  }

  cancel(): void {
    this.#turn += 1
    const open = this.open.get()
    this.#keyboard?.dispose()
    this.#keyboard = undefined
    this.open.set(undefined)
    if (open === undefined) return
    open.subject.takeFavourites?.(open.store.getState().palette.favouriteIds)
    open.editor.dispose()
  }

  dispose(): void {
    this.cancel()
    this.open.dispose()
  }
}
