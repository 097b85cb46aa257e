import { photoDepth, type PhotoPixels } from '../contract/photo-pixels.ts'
import type { Colours } from '../detail/raster.ts'
import type { PhotoPatch, Rectangle } from '../contract/photo-patch.ts'

/** Steps of a 16-bit value per 8-bit step. */
export const DEEP_STEPS = 257

/**
 * A part of a photo as colours in 8-bit steps, in the photo's own colour space; alpha is left out. They may share the photo's
 * memory: read them before the photo is written to.
 */
export function coloursOf(photo: PhotoPixels, part: Rectangle): Colours {
  const { x, y, width, height } = part
  const { channels, data: source } = photo
  const own = ownColours(photo, part)
  if (own !== undefined) return own
  const scale = photoDepth(photo) === 16 ? 1 / DEEP_STEPS : 1
  const data = new Float32Array(width * height * 3)
  for (let row = 0, out = 0; row < height; row++) {
    let at = ((y + row) * photo.width + x) * channels
    for (let column = 0; column < width; column++, out += 3, at += channels) {
      data[out] = (source[at] ?? 0) * scale
      data[out + 1] = (source[at + 1] ?? 0) * scale
      data[out + 2] = (source[at + 2] ?? 0) * scale
    }
  }
  return { width, height, data }
}

/**
 * A part of a photo at a smaller size, one pixel for each place, as its light is taken from; never enlarged.
 * @param longest side of the result in pixels
 */
export function sampledColours(photo: PhotoPixels, part: Rectangle, longest: number): Colours {
  const step = Math.max(1, Math.max(part.width, part.height) / longest)
  const width = Math.max(1, Math.floor(part.width / step))
  const height = Math.max(1, Math.floor(part.height / step))
  const { channels, data: source } = photo
  const own = step === 1 ? ownColours(photo, part) : undefined
  if (own !== undefined) return own
  const scale = photoDepth(photo) === 16 ? 1 / DEEP_STEPS : 1
  const data = new Float32Array(width * height * 3)
  for (let row = 0, out = 0; row < height; row++) {
    const y = part.y + Math.floor(((row + 0.5) * part.height) / height)
    for (let column = 0; column < width; column++, out += 3) {
      const x = part.x + Math.floor(((column + 0.5) * part.width) / width)
      const at = (y * photo.width + x) * channels
      data[out] = (source[at] ?? 0) * scale
      data[out + 1] = (source[at + 1] ?? 0) * scale
      data[out + 2] = (source[at + 2] ?? 0) * scale
    }
  }
  return { width, height, data }
}

/** A whole photo of eight bits without alpha has its colours as they are wanted: they need no copy. */
function ownColours({ width, height, channels, data }: PhotoPixels, part: Rectangle): Colours | undefined {
  const isWhole = part.width === width && part.height === height
  return isWhole && channels === 3 && data instanceof Uint8Array ? { width, height, data } : undefined
}

/** The photo with its patches in place; a photo without patches is returned as it is. */
export function patchedPhoto(photo: PhotoPixels, patches: readonly PhotoPatch[]): PhotoPixels {
  if (patches.length === 0) return photo
  const data = photo.data.slice()
  for (const { window, data: patch } of patches) {
    const rowLength = window.width * photo.channels
    for (let row = 0; row < window.height; row++)
      data.set(
        patch.subarray(row * rowLength, (row + 1) * rowLength),
        ((window.y + row) * photo.width + window.x) * photo.channels,
      )
  }
  return { ...photo, data }
}
