import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { EditorStore } from '../../painting/editor/editor-store.ts'
import type { PackChoice } from './pack-choice.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import { countClasses } from '../../model/palette/class-shares.ts'
import { carryClasses } from './carry-classes.ts'
import { classToPaint } from '../../model/palette/class-to-paint.ts'
import { PackSteps } from './pack-steps.ts'
import { classProposed } from '../../model/palette/palette-slice.ts'

export interface PackFollowerParts {
  readonly packs: Pick<PackChoice, 'manifest' | 'choose'>
  readonly store: EditorStore
  readonly editor: Pick<Editor, 'history' | 'layers' | 'layout' | 'rasters' | 'tools'>
  readonly announcer: Pick<Announcer, 'tell'>
}

/**
 * Keeps document and palette consistent: another pack gets the layout in its own classes, another document an active
 * class.
 */
export class PackFollower {
  readonly #parts: PackFollowerParts
  readonly #stops: readonly (() => void)[]
  readonly #steps = new PackSteps()
  #manifest: PackManifest | undefined
  #documentId: string
  #carries = true

  constructor(parts: PackFollowerParts) {
    this.#parts = parts
    this.#manifest = parts.packs.manifest.get()
    this.#documentId = parts.store.getState().document.id
    this.#stops = [
      parts.packs.manifest.subscribe(() => this.#packChanged()),
      parts.store.subscribe(() => this.#storeChanged()),
      parts.editor.history.subscribe(() => this.#stepTaken()),
    ]
  }

  /**
   * Chooses the pack for which a project was painted before the project is shown, because its labels are in that pack's
   * classes.
   */
  take(packId: string | undefined): void {
    const { packs, announcer } = this.#parts
    if (packId === undefined || packId === packs.manifest.get()?.id) return
    this.#carries = false
    const installed = packs.choose(packId)
    this.#carries = true
    if (!installed) announcer.tell('error', 'packs.notInstalled', { id: packId })
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop())
  }

  #packChanged(): void {
    const before = this.#manifest
    const after = this.#parts.packs.manifest.get()
    this.#manifest = after
    if (after === undefined || before?.id === after.id) return
    if (before !== undefined && this.#carries) this.#carry(before, after)
    this.#proposeClass()
  }

  #storeChanged(): void {
    const { id } = this.#parts.store.getState().document
    if (id === this.#documentId) return
    this.#documentId = id
    this.#proposeClass()
  }

  /** After undo or redo went past a change of packs, the pixels are in the classes of the other pack again. */
  #stepTaken(): void {
    this.take(this.#steps.packAfter(this.#parts.editor.history.get()))
  }

  #carry(before: PackManifest, after: PackManifest): void {
    const { editor, store, announcer } = this.#parts
    const { title, classes } = after
    const { document } = store.getState()
    if (document.rootIds.length === 0) return
    const used = new Set([document.backdropClassId])
    for (const layer of Object.values(document.layers)) {
      for (const id of editor.rasters.get(layer.id)?.data ?? []) used.add(id)
    }
    const { ids, lost } = carryClasses(used, before.classes, classes)
    const { entries } = editor.history.get()
    // Also when nothing has to be renumbered now: undo may bring back pixels of other classes.
    if (ids.size > 0 || entries.length > 0) {
      editor.tools.cancel()
      this.#steps.note(() => editor.layers.renumber(ids), editor.history, { before: before.id, after: after.id })
    }
    if (lost.length > 0) announcer.tell('error', 'packs.classesLost', { title, names: lost.join(', ') })
    else if (ids.size > 0) announcer.tell('info', 'packs.carried', { title })
  }

  #proposeClass(): void {
    const { editor, store } = this.#parts
    const { classes, activeClassId } = store.getState().palette
    const id = classToPaint(classes, countClasses(editor.layout.get().data), activeClassId)
    if (id !== undefined) store.dispatch(classProposed(id))
  }
}
