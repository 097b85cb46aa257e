import { basename, extname } from 'node:path'
import type { OpenedProject } from '../../contract/project-content.ts'
import type { ShellCalls } from '../../contract/shell-api.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { fileNameWith, PHOTO_EXTENSIONS, PROJECT_EXTENSION } from '../dialogs.ts'
import { readProjectFile, writeProjectFile } from '../project/project-store.ts'
import type { ShellServices } from '../shell-services.ts'
import type { ShellWindow } from '../shell-window.ts'

type ProjectCalls = Pick<
  ShellCalls,
  | 'openDocumentDialog'
  | 'openRecentProject'
  | 'openProjectBytes'
  | 'listRecentProjects'
  | 'forgetRecentProject'
  | 'saveProject'
  | 'saveProjectAs'
>

/** Opens, saves and remembers projects. */
export function projectCalls(services: ShellServices, { dialogs, photos }: ShellWindow): ProjectCalls {
  const { files, recent, protectedFolders } = services
  const save = async (
    path: string,
    content: Parameters<ShellCalls['saveProject']>[1],
  ): ReturnType<ShellCalls['saveProject']> => {
    await protectedFolders.check(path)
    await writeProjectFile(path, content)
    await recent.note(path, content.thumbnail)
    return files.register(path)
  }
  return {
    openDocumentDialog: async () => {
      const extensions = [PROJECT_EXTENSION, ...PHOTO_EXTENSIONS]
      const paths = await dialogs.chooseFiles({ purpose: 'project', multiple: false, extensions })
      const path = paths?.[0]
      if (path === undefined) return null
      if (extname(path).toLowerCase() === `.${PROJECT_EXTENSION}`)
        return { kind: 'project', project: await openProject(services, path) }
      return { kind: 'photo', photo: await photos.open({ name: basename(path), bytes: await readPictureFile(path) }) }
    },
    openRecentProject: async (fileId) => openProject(services, files.pathOf(fileId)),
    openProjectBytes: async ({ name, bytes }) => ({ content: await services.unpackProject(bytes, name) }),
    listRecentProjects: () => recent.list(),
    forgetRecentProject: (fileId) => recent.forget(fileId),
    saveProject: async (fileId, content) => save(files.pathOf(fileId), content),
    saveProjectAs: async (suggestedName, content) => {
      const name = fileNameWith(suggestedName, PROJECT_EXTENSION)
      const target = await dialogs.chooseTarget({
        purpose: 'project',
        suggestedName: name,
        extension: PROJECT_EXTENSION,
      })
      if (target === undefined) return null
      return save(
        target.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`) ? target : `${target}.${PROJECT_EXTENSION}`,
        content,
      )
    },
  }
}

/** Reads a project that the user chose, and remembers it. @throws ProjectError naming the file. */
export async function openProject(
  { files, recent, unpackProject }: Pick<ShellServices, 'files' | 'recent' | 'unpackProject'>,
  path: string,
): Promise<OpenedProject> {
  const content = await readProjectFile(path, unpackProject)
  await recent.note(path, content.thumbnail)
  return { file: { ...files.register(path), name: basename(path) }, content }
}
