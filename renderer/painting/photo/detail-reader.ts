import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { ViewportStore } from '../viewport/viewport-store.ts'
import type { PhotoScene } from './photo-scene.ts'
import { covers, visibleArea } from './visible-area.ts'

/** The view must have rested this long before real pixels are read. */
const REST_MS = 120
/**
 * How far the view may move into the margin that was read along before the photo is read anew, as a share of the view.
 */
const SLACK = 0.12

export interface DetailReaderParts {
  readonly scene: PhotoScene
  readonly viewport: Pick<ViewportStore, 'get' | 'subscribe' | 'area'>
  readonly document: () => ImageSize
  readonly fail: (error: unknown) => void
}

/** Reads the real pixels of the visible part once the view rests; one part at a time, for the newest view. */
export class DetailReader {
  readonly #parts: DetailReaderParts
  readonly #stops: readonly (() => void)[]
  #timer: ReturnType<typeof setTimeout> | undefined
  #reading = false
  #again = false
  #disposed = false

  constructor(parts: DetailReaderParts) {
    this.#parts = parts
    this.#stops = [parts.viewport.subscribe(() => this.#wait()), parts.scene.photo.subscribe(() => this.#wait())]
    this.#wait()
  }

  dispose(): void {
    this.#disposed = true
    clearTimeout(this.#timer)
    this.#stops.forEach((stop) => stop())
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#read(), REST_MS)
  }

  async #read(): Promise<void> {
    if (this.#reading) {
      this.#again = true
      return
    }
    const { scene, viewport, document, fail } = this.#parts
    const photo = scene.photo.get()
    const area =
      photo === undefined
        ? undefined
        : visibleArea(photo, document(), viewport.get(), viewport.area, window.devicePixelRatio)
    const known = scene.detail.get()
    if (photo === undefined || area === undefined || (known !== undefined && covers(known.area, area, SLACK))) return
    this.#reading = true
    try {
      const image = await photo.readArea(area)
      if (!this.#disposed && scene.photo.get() === photo) scene.detail.set({ area, image })
    } catch (error) {
      if (!this.#disposed && scene.photo.get() === photo) fail(error)
    } finally {
      this.#reading = false
      if (this.#again && !this.#disposed) this.#wait()
      this.#again = false
    }
  }
}
