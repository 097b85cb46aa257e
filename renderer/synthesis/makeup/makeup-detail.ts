import type { MakeUpRequest, MakeUpResult } from '../../../electron/contract/recipes/make-up.ts'
import type { PhotoPixels } from '../../../electron/contract/photo-pixels.ts'
import type { ScenePatch } from '../../painting/photo/photo-scene.ts'
import type { RunningJob } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'
import type { MakeUpPhoto } from './makeup-photo.ts'
import type { MakeUpStudioParts } from './makeup-studio-parts.ts'
import { plainPatch, scenePatches } from './scene-patches.ts'

/** Nothing must have changed for this long before the photo's own pixels are made up. */
const REST_MS = 350
/** The copy may be shown enlarged by this much before the photo's own pixels are needed. */
const SHARP_ENOUGH = 1.1

export interface MakeUpDetailParts extends Pick<MakeUpStudioParts, 'shell' | 'sharpness'> {
  readonly client: Pick<MakeUpStudioParts['client'], 'make'>
  readonly photo: () => MakeUpPhoto | undefined
  readonly request: () => Promise<Omit<MakeUpRequest, 'recipe' | 'viewId' | 'revision'> | undefined>
  readonly show: (patches: readonly ScenePatch[]) => void
  readonly fail: (error: unknown) => void
}

/** The make-up in the photo's own pixels: for files, and for a close view while nothing moves. */
export class MakeUpDetail {
  readonly #parts: MakeUpDetailParts
  readonly #stop: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #job: RunningJob<MakeUpResult> | undefined
  #pixels: { readonly id: string; readonly read: Promise<PhotoPixels> } | undefined
  /** Whether the view shows the photo's own pixels; else it shows the copy that follows every change. */
  #shown = false
  #settled = false
  #turn = 0

  constructor(parts: MakeUpDetailParts) {
    this.#parts = parts
    this.#stop = parts.sharpness.subscribe(() => this.#wait())
  }

  /** Something changed: what was made is out of date. */
  stale(): void {
    this.#shown = false
    this.#settled = false
    this.#turn += 1
    clearTimeout(this.#timer)
    this.#job?.cancel()
  }

  /** The copy is up to date; if nothing else changes, the photo's own pixels may follow. */
  rest(): void {
    this.#settled = true
    this.#wait()
  }

  forget(): void {
    this.stale()
    this.#pixels = undefined
  }

  dispose(): void {
    this.forget()
    this.#stop()
  }

  /** Patches in the photo's own pixels, depth and colour space. @param apart one for each part */
  async finished(apart: boolean): Promise<MakeUpResult | undefined> {
    const photo = this.#parts.photo()
    if (photo === undefined) return undefined
    return this.#make(photo, apart, 'make-up-file').then((job) => job?.result)
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const photo = this.#parts.photo()
    if (photo === undefined || this.#shown || !this.#settled) return
    if (photo.scale <= 1 || this.#parts.sharpness.get() * photo.scale <= SHARP_ENOUGH) return
    this.#timer = setTimeout(() => void this.#sharpen(photo), REST_MS)
  }

  async #sharpen(photo: MakeUpPhoto): Promise<void> {
    const turn = this.#turn
    this.#shown = true
    try {
      this.#job = await this.#make(photo, false, 'make-up-detail')
      const result = await this.#job?.result
      if (result === undefined) return
      const { id, isPlain } = photo.open
      const { shell } = this.#parts
      const patches = await scenePatches(result.patches, 1, (patch) => {
        const { window, data } = patch
        const { width, height } = window
        const channels = channelsOf(data, width * height)
        return isPlain ? plainPatch(patch) : shell.showPhotoPixels(id, { width, height, channels, data })
      })
      if (turn === this.#turn) this.#parts.show(patches)
    } catch (error) {
      if (turn === this.#turn) this.#shown = false
      if (!(error instanceof JobCancelled)) this.#parts.fail(error)
    } finally {
      this.#job = undefined
    }
  }

  async #make(photo: MakeUpPhoto, apart: boolean, viewId: string): Promise<RunningJob<MakeUpResult> | undefined> {
    const wish = await this.#parts.request()
    if (wish === undefined) return undefined
    const { id } = photo.open
    if (this.#pixels?.id !== id) this.#pixels = { id, read: this.#parts.shell.readPhotoPixels(id) }
    const full = await this.#pixels.read
    return this.#parts.client.make({ recipe: 'make-up', viewId, revision: 0, ...wish, full, apart })
  }
}

function channelsOf(data: Uint8Array | Uint16Array, pixels: number): 3 | 4 {
  return data.length === pixels * 4 ? 4 : 3
}
