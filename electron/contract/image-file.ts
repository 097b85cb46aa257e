import { z } from 'zod'
import { imageSideSchema } from './image-size.ts'
import { rgbImageSchema } from './rgb-image.ts'

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array')

/** A file as bytes, whatever it holds; `name` is for messages and titles. */
export const namedBytesSchema = z.object({ name: z.string().max(500), bytes: bytesSchema })
export type NamedBytes = Readonly<z.infer<typeof namedBytesSchema>>

/** A decoded photo: EXIF orientation applied, transparency on white, 8-bit sRGB. */
export const openedImageSchema = z.object({ name: z.string(), image: rgbImageSchema })
export type OpenedImage = Readonly<z.infer<typeof openedImageSchema>>

/**
 * The stored values of a label PNG, before anyone says what they mean:
 * `values` are grey values or palette indices (palette: 3 bytes an entry); `colours` are RGB, 3 bytes a pixel.
 */
export const labelImageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('values'),
    width: imageSideSchema,
    height: imageSideSchema,
    values: bytesSchema,
    palette: bytesSchema.optional(),
  }),
  z.object({ kind: z.literal('colours'), width: imageSideSchema, height: imageSideSchema, rgb: bytesSchema }),
])
export type LabelImage = Readonly<z.infer<typeof labelImageSchema>>

/** How to encode a picture. `text` becomes iTXt entries of a PNG (keyword of 1..79 Latin letters → text). */
export const imageEncodingSchema = z.discriminatedUnion('format', [
  z.object({
    format: z.literal('png'),
    text: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9 -]{0,78}$/), z.string().max(100_000)).optional(),
  }),
  z.object({ format: z.literal('jpeg'), quality: z.number().int().min(1).max(100) }),
])
export type ImageEncoding = Readonly<z.infer<typeof imageEncodingSchema>>

/** Kinds of files the app writes beside projects; they set the dialog's filter and the extension. */
export const exportKindSchema = z.enum(['png', 'jpeg', 'psd', 'json', 'text', 'look'])
export type ExportKind = z.infer<typeof exportKindSchema>

/** A file to write where the user says. */
export const fileExportSchema = z.object({
  kind: exportKindSchema,
  /** File name without folder; the extension is added when missing. */
  suggestedName: z.string().min(1).max(200),
  bytes: bytesSchema,
})
export type FileExport = Readonly<z.infer<typeof fileExportSchema>>

/** Where an export went, for display. */
export const exportedFileSchema = z.object({ name: z.string(), folder: z.string() })
export type ExportedFile = Readonly<z.infer<typeof exportedFileSchema>>
