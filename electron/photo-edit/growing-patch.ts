import { photoDepth, type PhotoPixels } from '../contract/photo-pixels.ts'
import type { PhotoPatch, Rectangle } from '../contract/photo-patch.ts'
import type { Colours } from '../detail/raster.ts'
import { DEEP_STEPS } from './photo-colours.ts'

/** A patch while it is made: at first the photo's own values under a mask of 0. */
export interface GrowingPatch extends PhotoPatch {
  /** The patch's values, finished or not, as a photo of the window's size. */
  readonly pixels: PhotoPixels
}

export function emptyPatch(photo: PhotoPixels, window: Rectangle): GrowingPatch {
  const { channels, data: source } = photo
  const length = window.width * window.height * channels
  const data = photoDepth(photo) === 16 ? new Uint16Array(length) : new Uint8Array(length)
  for (let row = 0; row < window.height; row++) {
    const from = ((window.y + row) * photo.width + window.x) * channels
    data.set(source.subarray(from, from + window.width * channels), row * window.width * channels)
  }
  const { width, height } = window
  return { window, data, mask: new Uint8Array(width * height), pixels: { width, height, channels, data } }
}

/**
 * Writes what was made at a place of the photo into the patch, where the mask is above 0. Everywhere else, and in every
 * alpha value, the photo's own value stays, untouched by any arithmetic.
 *
 * @param mask 0..1 over the place
 * @param colours in 8-bit steps over the place
 */
export function writeMade(patch: GrowingPatch, place: Rectangle, mask: Float32Array, colours: Colours): void {
  const { window } = patch
  for (let row = 0; row < place.height; row++) {
    const to = (place.y - window.y + row) * window.width + place.x - window.x
    writeRow(patch, to, mask, colours.data, row * place.width, place.width)
  }
}

/** @param to pixel of the patch, and @param from of what was made, at which the row begins */
function writeRow(
  { data, mask: shares, pixels }: GrowingPatch,
  to: number,
  mask: Float32Array,
  colours: Colours['data'],
  from: number,
  width: number,
): void {
  const { channels } = pixels
  const deep = photoDepth(pixels) === 16
  const scale = deep ? DEEP_STEPS : 1
  const largest = deep ? 65535 : 255
  for (let x = 0; x < width; x++) {
    const share = mask[from + x] ?? 0
    if (share <= 0) continue
    shares[to + x] = Math.max(shares[to + x] ?? 0, Math.ceil(share * 255))
    for (let channel = 0; channel < 3; channel++) {
      const value = Math.round((colours[(from + x) * 3 + channel] ?? 0) * scale)
      data[(to + x) * channels + channel] = value < 0 ? 0 : value > largest ? largest : value
    }
  }
}
