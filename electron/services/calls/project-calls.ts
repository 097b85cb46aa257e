import type { ShellCalls } from '../../contract/shell-api.ts'
import { fileNameWith, PHOTO_EXTENSIONS, PROJECT_EXTENSION } from '../dialogs.ts'
import { writeProjectFile } from '../project/project-store.ts'
import type { ShellServices } from '../shell-services.ts'
import type { ShellWindow } from '../shell-window.ts'
import { openDocument, openProject } from './open-document.ts'

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
      return path === undefined ? null : openDocument(services, photos, path)
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
