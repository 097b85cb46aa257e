import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { PhotoPatch } from '../../../electron/contract/photo-patch.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { PhotoScene } from '../../painting/photo/photo-scene.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import type { EditMaker, FullEdit } from './edit-maker.ts'
import type { EditMoment, LentClass } from './edit-request.ts'
import { markedPixels, wishesChange, type EditWishes } from './edit-wishes.ts'
import { initialEditSettings, PHOTO_LAYERS, type EditedPhoto, type EditSettings } from './edited-photo.ts'
import { restingState, type MakingState } from './making-state.ts'

/** How long to wait after a change, so that changes that come together are made together. */
const SETTLE_MS = 20
/** A user who rests this long after a preview wants to look at it, so it is made at the photo's own size. */
const REST_MS = 1500

export interface PhotoEditingParts {
  readonly editor: Pick<Editor, 'rasters' | 'history' | 'paint' | 'layout'>
  readonly maker: Pick<EditMaker, 'preview' | 'full'>
  readonly shell: Pick<ShellCalls, 'readPhotoArea' | 'closePhoto'>
  readonly scene: PhotoScene
  /** The photos that lend classes now. */
  readonly lent: () => Promise<readonly LentClass[]>
  readonly fail: (error: unknown) => void
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

/**
 * Follows the editor of a photo: every finished stroke becomes a preview of the windows that change, and when the user
 * rests, the same at the photo's own size. The newest change wins; a job for an older one is cancelled.
 */
export class PhotoEditing {
  readonly open = new Observable<EditedPhoto | undefined>(undefined)
  readonly settings = new Observable<EditSettings>(initialEditSettings)
  readonly making = new Observable<MakingState>(restingState)
  /** Classes that are wanted, but the photo hardly shows and no other photo lends. */
  readonly lacking = new Observable<readonly number[]>([])
  readonly scene: PhotoScene
  readonly #parts: PhotoEditingParts
  readonly #stops: readonly (() => void)[]
  #revision = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: AbortController | undefined
  #full: { readonly revision: number; readonly edit: FullEdit } | undefined

  constructor(parts: PhotoEditingParts) {
    this.#parts = parts
    this.scene = parts.scene
    const { rasters, history } = parts.editor
    this.#stops = [rasters.subscribe(() => this.#changed()), history.subscribe(() => this.#changed())]
  }

  /** Opens a photo for editing; undefined closes it. */
  show(edited: EditedPhoto | undefined, settings: EditSettings = initialEditSettings): void {
    const { shell, fail } = this.#parts
    const before = this.open.get()?.photo
    this.#stop()
    this.#full = undefined
    this.settings.set(settings)
    this.lacking.set([])
    this.making.set(restingState)
    this.scene.clear()
    this.open.set(edited)
    if (before !== undefined && before.id !== edited?.photo.id) shell.closePhoto(before.id).catch(fail)
    if (edited === undefined) return
    const { photo } = edited
    this.scene.photo.set({
      width: photo.width,
      height: photo.height,
      whole: photo.working,
      readArea: (area) => shell.readPhotoArea(photo.id, area),
    })
    this.#changed()
  }

  change(settings: Partial<EditSettings>): void {
    this.settings.set({ ...this.settings.get(), ...settings })
    this.#changed()
  }

  /** Call it when other photos lend classes. */
  lentChanged(): void {
    this.#changed()
  }

  /** Makes the change at the photo's own size now, unless that has been done. */
  makeFull(): void {
    if (this.open.get() !== undefined) this.#later(0, 'full')
  }

  /** Cancels the running job; the next change, or `makeFull`, starts another. @returns whether there was one */
  giveUp(): boolean {
    const { phase } = this.making.get()
    if (phase === 'resting') return false
    this.#stop()
    this.#update({ phase: 'resting', share: 0 })
    return true
  }

  /**
   * The change in the photo's own pixels, made if it has not been; none where nothing changes.
   *
   * @throws JobCancelled when aborted; CocanvasError when the host cannot make it
   */
  async patches(progress: (share: number) => void, signal: AbortSignal): Promise<readonly PhotoPatch[]> {
    const moment = await this.#moment()
    if (moment === undefined) return []
    if (this.#full?.revision !== moment.revision) {
      this.#stop()
      this.#update({ phase: 'resting', share: 0 })
      this.#keep(moment, await this.#parts.maker.full(moment, signal, progress))
    }
    return this.#full?.edit.patches ?? []
  }

  /** What the user wants now; undefined where no photo is open. */
  wishes(): EditWishes | undefined {
    const { rasters, layout } = this.#parts.editor
    const edited = this.open.get()
    const after = edited === undefined ? undefined : layout.get()
    // While another document is being opened, the labels already belong to it.
    if (after?.width !== edited?.before.width || after?.height !== edited?.before.height) return undefined
    return after === undefined
      ? undefined
      : {
          after,
          keep: markedPixels(rasters.get(PHOTO_LAYERS.keep)),
          anew: markedPixels(rasters.get(PHOTO_LAYERS.anew)),
        }
  }

  dispose(): void {
    this.#stop()
    this.#stops.forEach((stop) => stop())
    for (const each of [this.open, this.settings, this.making, this.lacking]) each.dispose()
  }

  #changed(): void {
    if (this.open.get() === undefined) return
    this.#revision += 1
    this.#stop()
    this.#update({ phase: 'waiting', share: 0, isFull: false })
    this.#later(SETTLE_MS, 'preview')
  }

  #later(milliseconds: number, what: 'preview' | 'full'): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      // An unfinished gesture is no change yet, and one that is given up changes nothing.
      if (this.#parts.editor.paint.isBusy) this.#later(SETTLE_MS, what)
      else this.#begin(what, true).catch((error: unknown) => this.#failed(error))
    }, milliseconds)
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#running?.abort()
    this.#running = undefined
  }

  async #begin(what: 'preview' | 'full', mayRetry: boolean): Promise<void> {
    this.#stop()
    const running = new AbortController()
    this.#running = running
    const moment = await this.#moment()
    if (this.#running !== running) return
    if (moment === undefined) {
      this.#nothing()
      return
    }
    const full = this.#full
    if (full?.revision === moment.revision) {
      this.#keep(moment, full.edit)
      return
    }
    try {
      await (what === 'preview' ? this.#preview(moment, running.signal) : this.#makeFull(moment, running.signal))
    } catch (error) {
      if (this.#running !== running) return
      const lost =
        error instanceof JobCancelled || (error instanceof CocanvasError && error.code === 'host-unavailable')
      // After a crash or changed settings a new host is started; it is asked once more before the user is told.
      if (lost && mayRetry) await this.#begin(what, false)
      else this.#failed(error)
    }
  }

  async #preview(moment: EditMoment, signal: AbortSignal): Promise<void> {
    const { maker, now } = this.#parts
    const start = now()
    this.#update({ phase: 'preview', share: 0, hasChange: true, isFull: false })
    await maker.preview(
      moment,
      signal,
      ({ region, lacking }, patches) => {
        if (signal.aborted) return
        this.scene.region.set(region)
        this.lacking.set(lacking)
        if (patches.length > 0) this.scene.patches.set(patches)
      },
      (share) => this.#update({ share }),
    )
    if (signal.aborted) return
    this.#update({ phase: 'resting', share: 0, milliseconds: now() - start })
    this.#later(REST_MS, 'full')
  }

  async #makeFull(moment: EditMoment, signal: AbortSignal): Promise<void> {
    this.#update({ phase: 'full', share: 0, hasChange: true })
    const edit = await this.#parts.maker.full(moment, signal, (share) => this.#update({ share }))
    if (!signal.aborted) this.#keep(moment, edit)
  }

  #keep({ revision }: EditMoment, edit: FullEdit): void {
    this.#full = { revision, edit }
    if (revision !== this.#revision) return
    this.scene.region.set(edit.result.region)
    this.lacking.set(edit.result.lacking)
    this.scene.patches.set(edit.shown)
    this.#update({ phase: 'resting', share: 0, hasChange: true, isFull: true })
  }

  #nothing(): void {
    this.#full = undefined
    this.scene.patches.set([])
    this.scene.region.set(undefined)
    this.lacking.set([])
    this.#update({ phase: 'resting', share: 0, hasChange: false, isFull: true })
  }

  #failed(error: unknown): void {
    const problem = error instanceof Error ? error.message : String(error)
    this.#update({ phase: 'resting', share: 0, problem })
    this.#parts.fail(error)
  }

  async #moment(): Promise<EditMoment | undefined> {
    const edited = this.open.get()
    const wishes = this.wishes()
    if (edited === undefined || wishes === undefined || !wishesChange(edited.before, wishes)) return undefined
    const revision = this.#revision
    return { edited, wishes, settings: this.settings.get(), lent: await this.#parts.lent(), revision }
  }

  #update(change: Partial<MakingState>): void {
    this.making.set({ ...this.making.get(), problem: undefined, ...change })
  }
}
