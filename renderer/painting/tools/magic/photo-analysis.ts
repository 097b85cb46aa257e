import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { photoToLab } from '../../../model/raster/colour-lab.ts'
import { similarColours } from './similar-colours.ts'
import { superpixels, type Superpixels } from './superpixels.ts'

/** Remembers what was computed for the last photo, so that only the first touch of a photo costs time. */
export class PhotoAnalysis {
  #photo: RgbImage | undefined
  #lab: Float32Array = new Float32Array()
  #pieces: { readonly size: number; readonly found: Superpixels } | undefined

  /** The piece under a pixel as a mask. */
  superpixelAt(photo: RgbImage, x: number, y: number, size: number): Uint8Array {
    const { labels, width } = this.superpixels(photo, size)
    const label = labels[y * width + x]
    return Uint8Array.from(labels, (other) => (other === label ? 1 : 0))
  }

  similarAt(photo: RgbImage, x: number, y: number, tolerance: number): Uint8Array {
    return similarColours(this.#labOf(photo), photo.width, photo.height, { x, y }, tolerance)
  }

  superpixels(photo: RgbImage, size: number): Superpixels {
    const lab = this.#labOf(photo)
    if (this.#pieces?.size !== size) {
      this.#pieces = { size, found: superpixels(lab, photo.width, photo.height, size) }
    }
    return this.#pieces.found
  }

  #labOf(photo: RgbImage): Float32Array {
    if (this.#photo !== photo) {
      this.#photo = photo
      this.#lab = photoToLab(photo)
      this.#pieces = undefined
    }
    return this.#lab
  }
}
