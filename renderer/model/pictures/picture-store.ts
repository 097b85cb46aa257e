import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { Emitter } from '../../shared/lib/emitter.ts'

/** Pixels of photos, warps and results by id; layers name them by `pictureId`. Images are never changed in place. */
export class PictureStore {
  readonly #pictures = new Map<string, RgbImage>()
  readonly #changed = new Emitter<string>()

  /** Reports the id of every picture that was added, replaced or removed. */
  readonly subscribe = this.#changed.subscribe

  ids(): readonly string[] {
    return [...this.#pictures.keys()]
  }

  get(id: string): RgbImage | undefined {
    return this.#pictures.get(id)
  }

  put(id: string, picture: RgbImage): void {
    this.#pictures.set(id, picture)
    this.#changed.emit(id)
  }

  remove(id: string): void {
    if (this.#pictures.delete(id)) this.#changed.emit(id)
  }

  dispose(): void {
    this.#changed.dispose()
    this.#pictures.clear()
  }
}
