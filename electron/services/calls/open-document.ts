import { basename, extname } from 'node:path'
import type { OpenedDocument } from '../../contract/open-photo.ts'
import type { OpenedProject } from '../../contract/project-content.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { PROJECT_EXTENSION } from '../dialogs.ts'
import type { OpenPhotos } from '../photos/open-photos.ts'
import { readProjectFile } from '../project/project-store.ts'
import type { ShellServices } from '../shell-services.ts'

/** What opening a document needs of the services. */
export type DocumentServices = Pick<ShellServices, 'files' | 'recent' | 'unpackProject'>

/**
 * Opens a file that the user named: a project by its extension, anything else as a photo to be edited.
 * @throws ProjectError or ImageError naming the file
 */
export async function openDocument(
  services: DocumentServices,
  photos: OpenPhotos,
  path: string,
): Promise<OpenedDocument> {
  if (extname(path).toLowerCase() === `.${PROJECT_EXTENSION}`)
    return { kind: 'project', project: await openProject(services, path) }
  return { kind: 'photo', photo: await photos.open({ name: basename(path), bytes: await readPictureFile(path) }) }
}

/** Reads a project that the user chose, and remembers it. @throws ProjectError naming the file. */
export async function openProject(
  { files, recent, unpackProject }: DocumentServices,
  path: string,
): Promise<OpenedProject> {
  const content = await readProjectFile(path, unpackProject)
  await recent.note(path, content.thumbnail)
  return { file: { ...files.register(path), name: basename(path) }, content }
}
