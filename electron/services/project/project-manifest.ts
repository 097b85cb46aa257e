import { z } from 'zod'
import { PROJECT_FORMAT_VERSION, projectPartIdSchema, projectPictureSchema } from '../../contract/project-content.ts'

/** What every version of the container has in common; read first, to tell a newer file from a damaged one. */
export const projectHeaderSchema = z.object({
  format: z.literal('cocanvas-project'),
  formatVersion: z.number().int().min(1),
})

/** `project.json`: the table of what a `.cocanvas` file holds. File names follow from the ids. */
export const projectManifestSchema = projectHeaderSchema.extend({
  formatVersion: z.literal(PROJECT_FORMAT_VERSION),
  labelLayers: z.array(z.object({ id: projectPartIdSchema })).max(1000),
  pictures: z.array(z.object({ id: projectPartIdSchema, mediaType: projectPictureSchema.shape.mediaType })).max(1000),
})
export type ProjectManifest = z.infer<typeof projectManifestSchema>

export const MANIFEST_FILE = 'project.json'
export const DOCUMENT_FILE = 'document.json'
export const THUMBNAIL_FILE = 'thumbnail'

export function labelLayerFile(id: string): string {
  return `layers/${id}.png`
}

export function pictureFile(id: string, mediaType: ProjectManifest['pictures'][number]['mediaType']): string {
  return `pictures/${id}.${mediaType.replace('image/', '')}`
}
