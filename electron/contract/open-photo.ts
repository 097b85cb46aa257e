import { z } from 'zod'
import { imageSizeSchema } from './image-size.ts'
import { photoPatchSchema } from './photo-patch.ts'
import { MAXIMUM_PHOTO_PIXELS, type PhotoPixels } from './photo-pixels.ts'
import { openedProjectSchema, projectPictureSchema } from './project-content.ts'
import { rgbImageSchema, type RgbImage } from './rgb-image.ts'

/** Given by the shell to each photo that a window has open. */
export const photoIdSchema = z.string().regex(/^photo-[0-9]{1,9}$/, 'must be the id of an open photo')

const sideSchema = z.number().int().min(1).max(MAXIMUM_PHOTO_PIXELS)

/**
 * A photo that is open at its own size. The shell keeps its bytes and its pixels; the window has a copy in sRGB that is small
 * enough to show and to label, and asks for more where the user looks closer.
 */
export const openPhotoSchema = z.object({
  id: photoIdSchema,
  /** File name without folder. */
  name: z.string(),
  /** In pixels, upright. */
  width: sideSchema,
  height: sideSchema,
  /** Bits of each value. */
  depth: z.union([z.literal(8), z.literal(16)]),
  mediaType: projectPictureSchema.shape.mediaType,
  /** Whether its values are sRGB bytes without transparency, which can be shown as they are. */
  isPlain: z.boolean(),
  /** The whole photo in sRGB, the longer side at most `WORKING_SIDE`. */
  working: rgbImageSchema,
})
export type OpenPhoto = Readonly<z.infer<typeof openPhotoSchema>>

/** What the user chose to open. */
export const openedDocumentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), project: openedProjectSchema }),
  z.object({ kind: z.literal('photo'), photo: openPhotoSchema }),
])
export type OpenedDocument = Readonly<z.infer<typeof openedDocumentSchema>>

/** Longer side at which photos are labelled and shown as a whole, in pixels: the same as exemplars of the command line. */
export const WORKING_SIDE = 2048

/** A part of a photo at the size it is shown at. */
export const photoAreaSchema = z.object({
  x: z.number().int().nonnegative(),
  y: z.number().int().nonnegative(),
  width: sideSchema,
  height: sideSchema,
  shown: imageSizeSchema,
})
export type PhotoArea = Readonly<z.infer<typeof photoAreaSchema>>

/**
 * How an edited photo is written. PNG and TIFF keep every value and the photo's depth unless another is asked for; JPEG is
 * compressed anew as a whole; PSD holds the photo, the patches and their masks as layers.
 */
export const photoFormatSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('png'), depth: z.union([z.literal(8), z.literal(16)]) }),
  z.object({ format: z.literal('tiff'), depth: z.union([z.literal(8), z.literal(16)]) }),
  z.object({ format: z.literal('jpeg'), quality: z.number().int().min(1).max(100) }),
  z.object({
    format: z.literal('psd'),
    names: z.object({
      photo: z.string(),
      patch: z.string(),
      mask: z.string(),
      /** A name for each patch, where every patch is a step of its own and needs no mask beside it. */
      patches: z.array(z.string()).optional(),
    }),
  }),
])
export type PhotoFormat = Readonly<z.infer<typeof photoFormatSchema>>

/** An edited photo to write where the user says: the open photo with finished patches in place. */
export const photoExportSchema = z.object({
  photoId: photoIdSchema,
  patches: z.array(photoPatchSchema).max(1000),
  /** File name without folder; the extension is added when missing. */
  suggestedName: z.string().min(1).max(200),
  encoding: photoFormatSchema,
})
export type PhotoExport = Readonly<z.infer<typeof photoExportSchema>>

/** Pixels of an 8-bit photo as a picture: the values as they are, transparency left out. */
export function plainPicture({ width, height, channels, data }: PhotoPixels): RgbImage {
  if (channels === 3 && data instanceof Uint8Array) return { width, height, data }
  const shift = data instanceof Uint16Array ? 8 : 0
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    rgb[to] = (data[from] ?? 0) >> shift
    rgb[to + 1] = (data[from + 1] ?? 0) >> shift
    rgb[to + 2] = (data[from + 2] ?? 0) >> shift
  }
  return { width, height, data: rgb }
}

/** A picture as the pixels of a photo without a profile. */
export function picturePixels({ width, height, data }: RgbImage): PhotoPixels {
  return { width, height, channels: 3, data }
}
