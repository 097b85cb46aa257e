import type loadLibheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs'
import { z } from 'zod'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'

/** The primary picture of a HEIC file, or why there is none. */
export type HeicPixels =
  | { readonly kind: 'pixels'; readonly pixels: PhotoPixels }
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number }
  | { readonly kind: 'damaged' }

/** libheif answers with an object of this shape, or with one that has an error code. */
const decodedSchema = z.object({
  width: z.number(),
  height: z.number(),
  channels: z.array(z.object({ stride: z.number(), data: z.instanceof(Uint8Array) })).length(1),
})

/**
 * Decodes the primary picture to 8-bit RGB or RGBA in the file's own colour space; rotations and mirrorings are applied.
 *
 * @param maximumPixels refused by the header beyond this
 */
export function decodeHeicPixels(
  libheif: ReturnType<typeof loadLibheif>,
  bytes: Uint8Array,
  maximumPixels: number,
): HeicPixels {
  const context = libheif.heif_context_alloc()
  const read = libheif.heif_context_read_from_memory(context, bytes)
  if (read.code !== libheif.heif_error_code.heif_error_Ok) return { kind: 'damaged' }
  const primary = libheif.heif_js_context_get_primary_image_handle(context)
  if (isFailure(primary)) return { kind: 'damaged' }
  const width = libheif.heif_image_handle_get_width(primary)
  const height = libheif.heif_image_handle_get_height(primary)
  if (width * height > maximumPixels) return { kind: 'too-large', width, height }
  const hasAlpha = libheif.heif_image_handle_has_alpha_channel(primary) !== 0
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = libheif.heif_chroma
  const decoded = decodedSchema.safeParse(
    libheif.heif_js_decode_image2(primary, libheif.heif_colorspace.heif_colorspace_RGB, hasAlpha ? rgba : rgb),
  )
  if (!decoded.success) return { kind: 'damaged' }
  return { kind: 'pixels', pixels: withoutPadding(decoded.data, hasAlpha ? 4 : 3) }
}

/** A failed call answers with its error, a good one with a handle. */
function isFailure(answer: unknown): boolean {
  return typeof answer !== 'object' || answer === null || 'code' in answer
}

/** Rows may be longer than their pixels. */
function withoutPadding(
  { width, height, channels: [plane] }: z.infer<typeof decodedSchema>,
  channels: 3 | 4,
): PhotoPixels {
  const rowBytes = width * channels
  const data = new Uint8Array(rowBytes * height)
  if (plane !== undefined)
    for (let y = 0; y < height; y++)
      data.set(plane.data.subarray(y * plane.stride, y * plane.stride + rowBytes), y * rowBytes)
  return { width, height, channels, data }
}
