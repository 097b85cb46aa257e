import loadLibheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs'
import { encodeTiff } from '../full-resolution/encode-tiff.ts'
import { MAX_PICTURE_PIXELS } from '../picture-limits.ts'
import { decodeHeicPixels } from './decode-heic-pixels.ts'
import type { HeicAnswer } from './heic-answer.ts'
import { heicProfile } from './heic-profile.ts'

/** An instance of libheif. What it allocates for a picture is never freed, so it serves one photo, or some small ones. */
export class HeicDecoder {
  readonly #libheif = loadLibheif()

  /**
   * A HEIC file as a TIFF of the same pixels and colour profile.
   *
   * @throws whatever libheif throws at files that it stumbles over; the instance must not be used again
   */
  async decode(bytes: Uint8Array): Promise<HeicAnswer> {
    const picture = decodeHeicPixels(this.#libheif, bytes, MAX_PICTURE_PIXELS)
    if (picture.kind !== 'pixels') return picture
    const icc = heicProfile(bytes)
    return { kind: 'tiff', bytes: await encodeTiff(picture.pixels, icc === undefined ? {} : { icc }, undefined) }
  }
}
