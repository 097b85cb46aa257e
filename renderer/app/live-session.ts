import type { ImageSize } from '../../electron/contract/image-size.ts'
import type { HostEnd } from '../../electron/contract/host-end.ts'
import type { ShellApi } from '../../electron/contract/shell-api.ts'
import { selectIsOpen } from '../model/document/document-selectors.ts'
import type { Editor } from '../painting/editor/editor.ts'
import { withDragged } from '../painting/editor/handle-drag.ts'
import { ActiveExemplar } from '../synthesis/exemplars/active-exemplar.ts'
import { BackgroundLabelling } from '../synthesis/live/background-labelling.ts'
import { sharesByClass, missingClasses } from '../synthesis/exemplars/class-coverage.ts'
import { classMapOf } from '../../electron/contract/class-maps.ts'
import { documentConditions } from '../synthesis/conditions/condition-port.ts'
import type { ExemplarsInUse } from '../synthesis/exemplars/exemplars-context.ts'
import { PhotoLibrary } from '../synthesis/exemplars/photo-library.ts'
import { exemplarChosen } from '../synthesis/exemplars/exemplar-slice.ts'
import { layerPhotoIds } from '../synthesis/exemplars/layer-photos.ts'
import { suitedPhoto } from '../synthesis/exemplars/suited-exemplars.ts'
import { CorrespondenceInspector } from '../synthesis/inspector/correspondence-inspector.ts'
import { classesReplaced, missingClassesFound } from '../model/palette/palette-slice.ts'
import { ResultHistory } from '../synthesis/result-history/result-history.ts'
import { exactPicture, type ExactPicture } from '../synthesis/upscale/exact-picture.ts'
import { LargePicture } from '../synthesis/upscale/large-picture.ts'
import { HostJobs } from '../synthesis/inference/host-jobs.ts'
import type { LivePictures } from '../painting/canvas/live-pictures-context.ts'
import type { LiveControl } from '../synthesis/live/live-context.ts'
import { LiveLoop, type LiveSubject } from '../synthesis/live/live-loop.ts'
import { LiveResults } from '../synthesis/results/live-results.ts'
import { LiveSize } from '../synthesis/live/live-size.ts'
import type { LiveMode } from '../synthesis/live/live-state.ts'
import type { LiveStore } from '../synthesis/live/live-store.ts'
import { currentWorkspace } from './workspaces/workspace-table.ts'
import { PackChoice } from '../synthesis/packs/pack-choice.ts'

export interface LiveSessionParts {
  readonly shell: ShellApi
  readonly editor: Editor
  readonly store: LiveStore
  /** Shows one sentence to the user. */
  readonly tell: (tone: 'info' | 'error', text: string) => void
  /** Tells the user why the host has ended. */
  readonly hostEnded: (reason: HostEnd) => string
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

/** The long-lived parts that turn the layout and a photo into a picture, wired together. */
export class LiveSession {
  readonly client: HostJobs
  readonly packs: PackChoice
  readonly library: PhotoLibrary
  readonly exemplar: ActiveExemplar
  readonly results = new LiveResults()
  readonly loop: LiveLoop
  readonly history: ResultHistory
  readonly inspector: CorrespondenceInspector
  readonly large: LargePicture
  readonly exemplars: ExemplarsInUse
  readonly control: LiveControl
  /** What the canvas shows of all this. */
  readonly pictures: LivePictures
  readonly #labelling: BackgroundLabelling
  readonly #size: LiveSize
  readonly #parts: LiveSessionParts
  readonly #stops: readonly (() => void)[]
  #state: ReturnType<LiveStore['getState']>
  #packSetting: string | undefined

  constructor(parts: LiveSessionParts) {
    this.#parts = parts
    const { shell, editor, store, tell, hostEnded, now } = parts
    const fail = (text: string): void => tell('error', text)
    this.client = new HostJobs(shell, (text) => tell('info', text), hostEnded)
    this.packs = new PackChoice(shell)
    this.library = new PhotoLibrary(shell, this.client)
    this.exemplar = new ActiveExemplar(this.library)
    const { client, results } = this
    const conditions = documentConditions(() => ({
      document: withDragged(store.getState().document, editor.handles.dragged.get()),
      rasters: editor.rasters,
      layout: editor.layout.get(),
    }))
    const restingSide = (): number => this.#size.side
    const subject = (): LiveSubject | undefined => this.#subject()
    const { rasters, history, paint, handles } = editor
    const gestures = {
      get isBusy(): boolean {
        return paint.isBusy || handles.dragged.get() !== undefined
      },
    }
    const painted = { rasters, history, paint: gestures }
    this.loop = new LiveLoop({ editor: painted, client, results, conditions, subject, tell: fail, restingSide, now })
    const later = (act: () => void, milliseconds: number): (() => void) => {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    }
    this.#size = new LiveSize({
      client,
      request: (side) => this.loop.request(side, 'measure', 0),
      manifest: this.packs.manifest,
      live: this.loop.scheduler.state,
      settled: this.loop.settled,
      document: () => store.getState().document,
      isPainting: () => gestures.isBusy,
      keep: (patch) => void shell.setSettings(patch).catch((error: unknown) => this.#tellFailure(error)),
      later,
    })
    this.history = new ResultHistory({ editor, store, settled: this.loop.settled })
    this.inspector = new CorrespondenceInspector({ client, picture: results.picture, tell: fail })
    this.large = new LargePicture({
      client,
      request: (size) => this.loop.largeRequest(size, 'large'),
      document: () => store.getState().document,
      revision: () => this.loop.scheduler.revision,
      show: (picture) => results.picture.set(picture),
      tell: fail,
    })
    const { library, exemplar: active } = this
    const { scheduler } = this.loop
    this.exemplars = {
      library,
      active,
      choosePhoto: (id) => this.#choosePhoto(id),
      takeAgain: () => this.#takeExemplarAgain(),
    }
    this.control = {
      state: scheduler.state,
      renderNow: () => scheduler.renderNow(),
      togglePause: () => this.#togglePause(),
      setMode: (mode) => this.#setMode(mode),
    }
    this.pictures = {
      exemplar: { get: () => active.ready?.image, subscribe: active.status.subscribe },
      warp: results.warp,
      result: { get: () => results.picture.get()?.image, subscribe: results.picture.subscribe },
    }
    this.#labelling = new BackgroundLabelling({
      library: this.library,
      manifest: this.packs.manifest,
      live: this.loop.scheduler.state,
      hasPicture: () => results.picture.get() !== undefined,
      settled: this.loop.settled,
      isPainting: () => editor.paint.isBusy,
      later,
    })
    this.#state = store.getState()
    this.#stops = [
      store.subscribe(() => this.#storeChanged()),
      editor.handles.dragged.subscribe(() => this.#dragged()),
      this.packs.manifest.subscribe(() => this.#packChanged()),
      this.exemplar.status.subscribe(() => this.#exemplarChanged()),
      this.library.entries.subscribe(() => this.#libraryChanged()),
      shell.on('settingsChanged', (settings) => {
        const { liveMode, packId } = settings
        const { side } = this.#size
        this.#size.settingsAre(settings)
        if (this.#size.side !== side) this.loop.scheduler.refine()
        this.loop.scheduler.setMode(liveMode)
        // Only another choice counts: a project may use another pack than new documents do.
        if (packId !== undefined && packId !== this.#packSetting) this.packs.choose(packId)
        this.#packSetting = packId
      }),
    ]
  }

  /** Reads settings, packs and the library, and chooses the first photo where none is chosen. */
  async start(): Promise<void> {
    try {
      const settings = await this.#parts.shell.getSettings()
      this.#size.settingsAre(settings)
      this.loop.scheduler.setMode(settings.liveMode)
      this.#packSetting = settings.packId
      await Promise.all([this.packs.load(settings.packId), this.library.refresh()])
      this.#suitPhoto()
    } catch (error) {
      this.#tellFailure(error)
    }
  }

  #setMode(liveMode: LiveMode): void {
    this.loop.scheduler.setMode(liveMode)
    this.#parts.shell.setSettings({ liveMode }).catch((error: unknown) => this.#tellFailure(error))
  }

  #togglePause(): void {
    const { scheduler } = this.loop
    if (scheduler.state.get().phase === 'paused') scheduler.resume()
    else scheduler.pause()
  }

  async #choosePhoto(id: string): Promise<void> {
    this.#parts.store.dispatch(exemplarChosen(id))
    try {
      await this.library.noteUsed(id)
    } catch (error) {
      this.#tellFailure(error)
    }
  }

  #takeExemplarAgain(): Promise<void> {
    const { exemplar, document } = this.#parts.store.getState()
    return this.exemplar.use(exemplar, this.packs.manifest.get(), layerPhotoIds(document))
  }

  /** The present picture made anew in exactly this size, for export; undefined while there is nothing to make it of. */
  pictureAt(size: ImageSize, onProgress: (progress: number) => void): ExactPicture | undefined {
    const request = this.loop.largeRequest(size, 'large')
    return request === undefined ? undefined : exactPicture(this.client, request, onProgress)
  }

  dispose(): void {
    this.#stops.forEach((stop) => stop())
    this.#labelling.dispose()
    this.#size.dispose()
    for (const part of [this.large, this.inspector, this.history, this.loop, this.exemplar]) part.dispose()
    for (const part of [this.library, this.packs, this.results, this.client]) part.dispose()
  }

  #subject(): LiveSubject | undefined {
    const manifest = this.packs.manifest.get()
    const { ready } = this.exemplar
    const state = this.#parts.store.getState()
    if (currentWorkspace(state).livePictures !== true) return undefined
    if (manifest === undefined || ready === undefined || !selectIsOpen(state)) return undefined
    return { manifest, ready, size: state.document }
  }

  #storeChanged(): void {
    const before = this.#state
    const now = this.#parts.store.getState()
    if (before.document === now.document && before.exemplar === now.exemplar) return
    this.#state = now
    const layers = before.document.layers !== now.document.layers
    const photos = layers && layerPhotoIds(before.document).join() !== layerPhotoIds(now.document).join()
    if (before.exemplar !== now.exemplar || photos) void this.#takeExemplarAgain()
    if (before.document === now.document) return
    if (before.document.id !== now.document.id) {
      this.history.clear()
      this.large.leave()
    }
    const { id, width, height } = now.document
    const other = before.document.id !== id || before.document.width !== width || before.document.height !== height
    if (other) this.#subjectChanged()
    else if (before.document.layers !== now.document.layers || before.document.rootIds !== now.document.rootIds)
      this.loop.scheduler.documentChanged()
  }

  /** A layer that is being dragged is shown at once, as strokes are. */
  #dragged(): void {
    const { scheduler } = this.loop
    if (this.#parts.editor.handles.dragged.get() === undefined) this.loop.penLifted()
    else {
      scheduler.penDown()
      scheduler.documentChanged()
    }
  }

  #packChanged(): void {
    this.#parts.store.dispatch(classesReplaced(this.packs.manifest.get()?.classes ?? []))
    if (!this.#suitPhoto()) void this.#takeExemplarAgain()
  }

  /** A sample of another field would only be refused. @returns whether another photo was chosen */
  #suitPhoto(): boolean {
    const { primaryId } = this.#parts.store.getState().exemplar
    const suited = suitedPhoto(primaryId, this.library.entries.get(), this.packs.manifest.get())
    if (suited !== primaryId) this.#parts.store.dispatch(exemplarChosen(suited))
    return suited !== primaryId
  }

  /** Undo may have brought photos of layers back, or removed them. */
  #libraryChanged(): void {
    const { ready } = this.exemplar
    if (ready === undefined) return
    const present = new Set(this.library.entries.get().map(({ id }) => id))
    const usable = layerPhotoIds(this.#parts.store.getState().document).filter((id) => present.has(id))
    if (usable.join() !== [...ready.ofLayers.keys()].join()) void this.#takeExemplarAgain()
  }

  #exemplarChanged(): void {
    const status = this.exemplar.status.get()
    const manifest = this.packs.manifest.get()
    const classes = manifest?.classes ?? []
    if (status.kind === 'failed') this.#parts.tell('error', status.message)
    if (status.kind !== 'ready') return
    const labels = classMapOf(status.ready.exemplar.condition)
    const missing =
      labels === undefined ? [] : missingClasses(sharesByClass(labels, classes), classes, manifest?.exemplarPreparation)
    this.#parts.store.dispatch(missingClassesFound(missing))
    this.loop.scheduler.subjectChanged()
  }

  #subjectChanged(): void {
    this.results.clear()
    this.inspector.clear()
    this.loop.scheduler.subjectChanged()
  }

  #tellFailure(error: unknown): void {
    this.#parts.tell('error', error instanceof Error ? error.message : String(error))
  }
}
