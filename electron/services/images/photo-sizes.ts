import type { RgbImage } from '../../contract/rgb-image.ts'
import { decodePhoto, decodeSizedPhoto, type DecodedPhoto, type PhotoOptions } from '../../images/decode-photo.ts'
import { reducePhoto } from '../../images/reduce-photo.ts'

/** A file as it was read. */
export interface PhotoFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Who hears of a file that is not as it should be. */
type Hearing = Pick<PhotoOptions, 'onNotice'>

/** Decoded photos of at least this side are kept: what pictures, annotators and thumbnails need is made of them. */
const KEPT_SIDE = 1024
/** How many; about 3 MB each. */
const KEPT = 4

/** Gives photos in all the sizes that are asked for one after the other, and decodes each of them once. */
export class PhotoSizes {
  readonly #decoded = new Map<string, { readonly side: number; readonly photo: Promise<DecodedPhoto> }>()

  /** Decodes a new photo. @param key names its bytes @throws ImageError when it is none */
  decode(key: string, file: PhotoFile, hearing: Hearing = {}): Promise<DecodedPhoto> {
    return this.#keep(key, KEPT_SIDE, () => Promise.resolve(file), hearing)
  }

  /** @param read called unless what is known of the photo suffices @throws ImageError */
  async read(key: string, longestSide: number, read: () => Promise<PhotoFile>): Promise<RgbImage> {
    const known = this.#decoded.get(key)
    if (known !== undefined) {
      const { image, whole } = await known.photo
      if (known.side >= longestSide || image.width === whole.width) return reducePhoto(image, longestSide)
    }
    if (longestSide >= KEPT_SIDE) return (await this.#keep(key, longestSide, read)).image
    const { name, bytes } = await read()
    return decodePhoto(bytes, name, { longestSide })
  }

  #keep(key: string, side: number, read: () => Promise<PhotoFile>, hearing: Hearing = {}): Promise<DecodedPhoto> {
    const photo = read().then(({ name, bytes }) => decodeSizedPhoto(bytes, name, { ...hearing, longestSide: side }))
    this.#decoded.delete(key)
    // A photo as large as its file may have hundreds of megabytes.
    if (side <= 2 * KEPT_SIDE) this.#decoded.set(key, { side, photo })
    photo.catch(() => this.#decoded.delete(key))
    const [oldest] = this.#decoded.keys()
    if (this.#decoded.size > KEPT && oldest !== undefined) this.#decoded.delete(oldest)
    return photo
  }
}
