import type { OpenedProject } from '../../../electron/contract/project-content.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import { readProject, type ReadProject } from './project-content.ts'
import { ProjectError } from './project-error.ts'

/** The content of an opened file. @throws Error with a sentence in the user's language when the file is damaged. */
export function readOpened(opened: OpenedProject, announcer: Pick<Announcer, 'text'>): ReadProject {
  try {
    return readProject(opened.content)
  } catch (error) {
    if (error instanceof ProjectError) throw new Error(announcer.text(error.key), { cause: error })
    throw error
  }
}
