import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { MakeUpNotice } from '../../../electron/contract/recipes/make-up-notice.ts'
import type { MakeUpResult } from '../../../electron/contract/recipes/make-up.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import type { HistoryChange } from '../../model/history/history-change.ts'
import { lookOf, type MakeUpLook, type MakeUpLooks } from '../../model/makeup/makeup-look.ts'
import { PhotoScene } from '../../painting/photo/photo-scene.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { LiveMakeUp } from './live-makeup.ts'
import { MakeUpDetail } from './makeup-detail.ts'
import { readMakeUpPhoto, sentPhoto, type MakeUpPhoto } from './makeup-photo.ts'
import { sentLooks } from './makeup-request.ts'
import { plainPatch, scenePatches } from './scene-patches.ts'
import type { MakeUpStudioParts } from './makeup-studio-parts.ts'

/** What a person decided: the looks, and where the parts of the faces are. */
export interface MakeUpDecisions {
  readonly looks: MakeUpLooks
  readonly corrected: LabelMap | undefined
}

type FaceBox = MakeUpResult['faces'][number]
const NOTHING: MakeUpDecisions = { looks: {}, corrected: undefined }

/** A photo that is made up: its faces, their looks, and the picture that follows every slider. */
export class MakeUpStudio {
  readonly photo = new Observable<MakeUpPhoto | undefined>(undefined)
  readonly decisions = new Observable<MakeUpDecisions>(NOTHING)
  /** In pixels of the photo, largest first. */
  readonly faces = new Observable<readonly FaceBox[]>([])
  /** Position of the face whose look the panels show. */
  readonly face = new Observable(0)
  /** What could not be done, or the sentence of an error that kept everything from being done. */
  readonly notices = new Observable<readonly (MakeUpNotice | string)[]>([])
  readonly scene = new PhotoScene()
  readonly live: LiveMakeUp
  readonly #parts: MakeUpStudioParts
  readonly #detail: MakeUpDetail
  /** The decisions before the current gesture. */
  #before: MakeUpDecisions | undefined
  #title: PlainMessageKey = 'makeup.title'
  #turn = 0

  constructor(parts: MakeUpStudioParts) {
    this.#parts = parts
    this.live = new LiveMakeUp({
      client: parts.client,
      request: () => this.#request(),
      found: (faces) => this.#found(faces),
      made: (result) => this.#made(result),
      fail: (error) => this.#failed(error),
    })
    this.#detail = new MakeUpDetail({
      shell: parts.shell,
      client: parts.client,
      sharpness: parts.sharpness,
      photo: () => this.photo.get(),
      request: () => this.#request(),
      show: (patches) => this.scene.patches.set(patches),
      fail: (error) => parts.announcer.fail(error),
    })
  }

  /** Opens a photo with the decisions that were made about it before. The previous photo is closed. */
  async open(opened: OpenPhoto, decisions: MakeUpDecisions = NOTHING): Promise<void> {
    this.close()
    const turn = this.#turn
    const photo = await readMakeUpPhoto(this.#parts.shell, opened)
    if (turn !== this.#turn) return
    const { id, width, height, working } = opened
    this.decisions.set(decisions)
    this.photo.set(photo)
    this.scene.photo.set({
      width,
      height,
      whole: working,
      readArea: (area) => this.#parts.shell.readPhotoArea(id, area),
    })
    this.#wake()
  }

  close(): void {
    this.#turn += 1
    this.#before = undefined
    this.live.stop()
    this.#detail.forget()
    const open = this.photo.get()?.open
    if (open !== undefined) void this.#parts.shell.closePhoto(open.id).catch(this.#parts.announcer.fail)
    this.photo.set(undefined)
    this.scene.clear()
    this.decisions.set(NOTHING)
    this.faces.set([])
    this.face.set(0)
    this.notices.set([])
  }

  get look(): MakeUpLook {
    return lookOf(this.decisions.get().looks, this.face.get())
  }

  /** Changes the look of the chosen face; it is shown at once and becomes an undo step with the next `mark`. */
  adjust(title: PlainMessageKey, look: MakeUpLook): void {
    const { looks, ...others } = this.decisions.get()
    this.#adjust(title, { ...others, looks: { ...looks, [String(this.face.get())]: look } })
  }

  /** Changes the look of the chosen face as an undo step of its own. */
  change(title: PlainMessageKey, look: MakeUpLook): void {
    this.mark()
    this.adjust(title, look)
    this.mark()
  }

  /** Gives every face the look of the chosen one. */
  giveToAll(): void {
    this.mark()
    const looks = Object.fromEntries(this.faces.get().map((_face, index) => [String(index), this.look]))
    this.#adjust('makeup.toAll', { ...this.decisions.get(), looks })
    this.mark()
  }

  /** Sets where the parts are, as a person corrected them; undefined = as found. */
  correct(corrected: LabelMap | undefined): void {
    this.mark()
    this.#adjust('makeup.correctStep', { ...this.decisions.get(), corrected })
    this.mark()
  }

  /** Ends a gesture: what it changed becomes one undo step. */
  mark(): void {
    const before = this.#before
    const after = this.decisions.get()
    this.#before = undefined
    if (before === undefined || before === after) return
    const write: Extract<HistoryChange, { kind: 'feature' }>['write'] = (side) =>
      this.#show(side === 'before' ? before : after)
    this.#parts.commit(this.#title, [{ kind: 'feature', write }])
  }

  /** Labels of the parts (face-part-labels.ts), one for each pixel of the copy that the host has. */
  async parts(): Promise<LabelMap | undefined> {
    const photo = this.photo.get()
    const { corrected } = this.decisions.get()
    if (photo === undefined || corrected !== undefined) return corrected
    const asked = { viewId: 'make-up-parts', wanted: 'parts', photo: sentPhoto(photo, undefined) } as const
    return (await this.#parts.client.askMakeUp(asked).result).parts
  }

  /** The finished photo's patches, in its own pixels. @param apart one for each part */
  async finished(apart: boolean): Promise<MakeUpResult | undefined> {
    this.mark()
    return this.#detail.finished(apart)
  }

  dispose(): void {
    this.close()
    this.live.dispose()
    this.#detail.dispose()
    this.scene.dispose()
    for (const each of [this.photo, this.decisions, this.faces, this.face, this.notices]) each.dispose()
  }

  #adjust(title: PlainMessageKey, decisions: MakeUpDecisions): void {
    this.#before ??= this.decisions.get()
    this.#title = title
    this.#show(decisions)
  }

  #show(decisions: MakeUpDecisions): void {
    this.decisions.set(decisions)
    this.#wake()
  }

  #wake(): void {
    this.#detail.stale()
    this.live.wake()
  }

  async #request(): ReturnType<ConstructorParameters<typeof LiveMakeUp>[0]['request']> {
    const photo = this.photo.get()
    if (photo === undefined) return undefined
    const { looks, corrected } = this.decisions.get()
    return { photo: this.#sent(photo, corrected), looks: [...(await sentLooks(looks, this.#parts.readSource))] }
  }

  /** Gives the same object for the same decisions, by which the host knows that it has it already. */
  #sent(photo: MakeUpPhoto, corrected: LabelMap | undefined): ReturnType<typeof sentPhoto> {
    if (this.#sentPhoto?.photo !== photo || this.#sentPhoto.corrected !== corrected)
      this.#sentPhoto = { photo, corrected, sent: sentPhoto(photo, corrected) }
    return this.#sentPhoto.sent
  }
  #sentPhoto:
    | {
        readonly photo: MakeUpPhoto
        readonly corrected: LabelMap | undefined
        readonly sent: ReturnType<typeof sentPhoto>
      }
    | undefined

  #found(faces: readonly FaceBox[]): void {
    const scale = this.photo.get()?.scale ?? 1
    if (this.faces.get().length === faces.length) return
    this.faces.set(
      faces.map(({ x, y, width, height }) => ({
        x: x * scale,
        y: y * scale,
        width: width * scale,
        height: height * scale,
      })),
    )
  }

  async #made({ faces, patches, notices }: MakeUpResult): Promise<void> {
    const photo = this.photo.get()
    if (photo === undefined) return
    this.#found(faces)
    const shown = await scenePatches(patches, photo.scale, plainPatch)
    if (this.photo.get() !== photo) return
    this.scene.patches.set(shown)
    this.notices.set(notices)
    this.#detail.rest()
  }

  #failed(error: unknown): void {
    if (this.photo.get() === undefined) return
    this.scene.patches.set([])
    this.notices.set([error instanceof Error ? error.message : String(error)])
  }
}
