import { CocanvasError } from '../../contract/error-codes.ts'
import type { PhotoFormat } from '../../contract/open-photo.ts'
import type { PhotoPatch } from '../../contract/photo-patch.ts'
import { photoDepth, type PhotoPixels } from '../../contract/photo-pixels.ts'
import { encodeFullPhoto } from '../../images/full-resolution/encode-full-photo.ts'
import { encodePsd, type PsdLayer } from '../../images/full-resolution/encode-psd.ts'
import { withDepth } from '../../images/full-resolution/photo-depth.ts'
import { pictureFormat } from '../../images/picture-format.ts'
import { patchedPhoto } from '../../photo-edit/photo-colours.ts'
import type { HeldPhoto } from './open-photos.ts'

/**
 * An edited photo as the bytes of a file. Without patches and in the photo's own format these are the photo's own bytes.
 *
 * @throws CocanvasError for patches that do not fit the photo
 */
export async function encodePhotoExport(
  { source, file }: HeldPhoto,
  patches: readonly PhotoPatch[],
  encoding: PhotoFormat,
): Promise<Uint8Array> {
  const { pixels, metadata } = file
  for (const patch of patches) checkPatch(patch, pixels)
  const keepsDepth = !('depth' in encoding) || encoding.depth === photoDepth(pixels)
  if (patches.length === 0 && keepsDepth && pictureFormat(source.bytes) === encoding.format) return source.bytes
  const edited = patchedPhoto(pixels, patches)
  if (encoding.format === 'psd') return encodePsd(edited, layersOf(pixels, patches, encoding.names), metadata)
  if (encoding.format === 'jpeg') return encodeFullPhoto({ pixels: edited, metadata }, encoding)
  return encodeFullPhoto({ pixels: withDepth(edited, encoding.depth), metadata }, { format: encoding.format })
}

/** The photo, over it each patch where it changes anything, and hidden above them how far it does. */
function layersOf(
  photo: PhotoPixels,
  patches: readonly PhotoPatch[],
  names: Extract<PhotoFormat, { format: 'psd' }>['names'],
): readonly PsdLayer[] {
  return [
    { name: names.photo, x: 0, y: 0, pixels: photo, hidden: false },
    ...patches.map(({ window: { x, y, width, height }, data, mask }, index) => ({
      name: names.patches?.[index] ?? names.patch,
      x,
      y,
      // The patch is blended already: all of it that is not the photo's own is opaque.
      pixels: { width, height, channels: 4 as const, data: withAlpha(data, photo.channels, mask) },
      hidden: false,
    })),
    ...(names.patches === undefined ? patches : []).map(({ window: { x, y, width, height }, data, mask }) => ({
      name: names.mask,
      x,
      y,
      pixels: { width, height, channels: 3 as const, data: greyOf(mask, data) },
      hidden: true,
    })),
  ]
}

function withAlpha(data: Uint8Array | Uint16Array, channels: 3 | 4, mask: Uint8Array): Uint8Array | Uint16Array {
  const largest = data instanceof Uint16Array ? 65535 : 255
  const out = emptyLike(data, mask.length * 4)
  for (let pixel = 0; pixel < mask.length; pixel++) {
    for (let channel = 0; channel < 3; channel++) out[pixel * 4 + channel] = data[pixel * channels + channel] ?? 0
    out[pixel * 4 + 3] = (mask[pixel] ?? 0) > 0 ? largest : 0
  }
  return out
}

function greyOf(mask: Uint8Array, data: Uint8Array | Uint16Array): Uint8Array | Uint16Array {
  const step = data instanceof Uint16Array ? 257 : 1
  const out = emptyLike(data, mask.length * 3)
  for (let at = 0; at < out.length; at++) out[at] = (mask[Math.floor(at / 3)] ?? 0) * step
  return out
}

function emptyLike(data: Uint8Array | Uint16Array, length: number): Uint8Array | Uint16Array {
  return data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length)
}

/** What a page sends is not trusted to fit. */
function checkPatch({ window, data }: PhotoPatch, photo: PhotoPixels): void {
  const fits =
    window.x + window.width <= photo.width &&
    window.y + window.height <= photo.height &&
    data.length === window.width * window.height * photo.channels &&
    data instanceof Uint16Array === photo.data instanceof Uint16Array
  if (!fits) throw new CocanvasError('bad-request', 'This change was made for another photo: make it again.')
}
