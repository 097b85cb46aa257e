import { z } from 'zod'
import { labelMapSchema } from './label-map.ts'

/** Version of the `.cocanvas` container itself; `document` carries a version of its own. */
export const PROJECT_FORMAT_VERSION = 1

/** Id of a layer or picture inside a project: also the stem of its file's name in the container, hence this narrow. */
export const projectPartIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes')

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be a Uint8Array')

/** `document.json`: the renderer's document schema reads and migrates it; the shell only carries it. */
export const documentJsonSchema = z.record(z.string(), z.json())
export type DocumentJson = z.infer<typeof documentJsonSchema>

/** The pixels of one label layer: class ids, stored as an indexed PNG in `layers/<id>.png`. */
export const labelLayerContentSchema = z.object({ id: projectPartIdSchema, labels: labelMapSchema })
export type LabelLayerContent = Readonly<z.infer<typeof labelLayerContentSchema>>

/** An embedded picture (exemplar, reference photo, photo that is edited), stored byte for byte in `pictures/<id>.<type>`. */
export const projectPictureSchema = z.object({
  id: projectPartIdSchema,
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/tiff', 'image/heic', 'image/avif', 'image/gif']),
  bytes: bytesSchema,
})
export type ProjectPicture = Readonly<z.infer<typeof projectPictureSchema>>

/** Bytes of a palette: 256 colours of red, green and blue. */
export const PALETTE_BYTES = 768

/** All of a project, as values. Equal content gives equal bytes on disk. */
export const projectContentSchema = z.object({
  document: documentJsonSchema,
  labelLayers: z.array(labelLayerContentSchema).max(1000),
  pictures: z.array(projectPictureSchema).max(1000),
  /** PNG or JPEG of at most 512 pixels a side, for lists of recent files. */
  thumbnail: bytesSchema.optional(),
  /** Colours of the class ids in the stored label PNGs, id × 3; grey shades when absent. Not read back. */
  palette: bytesSchema.refine((bytes) => bytes.length === PALETTE_BYTES, 'must be 256 RGB colours').optional(),
})
export type ProjectContent = Readonly<z.infer<typeof projectContentSchema>>

/** A project file that this session may write to. `id` stands for the path, which only the shell knows for sure. */
export const projectFileSchema = z.object({
  id: z.string().min(1),
  /** File name without folder, such as `lake.cocanvas`. */
  name: z.string(),
  /** Folder for display. */
  folder: z.string(),
})
export type ProjectFile = Readonly<z.infer<typeof projectFileSchema>>

/** A project as opened; without `file` it came as bytes (dropped, recovered, a sample) and Save asks for a name. */
export const openedProjectSchema = z.object({ file: projectFileSchema.optional(), content: projectContentSchema })
export type OpenedProject = Readonly<z.infer<typeof openedProjectSchema>>

/** A line in the list of recent projects; `missing` when the file is not where it was. */
export const recentProjectSchema = z.object({
  file: projectFileSchema,
  /** ISO 8601. */
  openedAt: z.iso.datetime(),
  missing: z.boolean(),
  thumbnail: bytesSchema.optional(),
})
export type RecentProject = Readonly<z.infer<typeof recentProjectSchema>>
