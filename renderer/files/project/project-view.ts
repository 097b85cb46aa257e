import type { ProjectFile } from '../../../electron/contract/project-content.ts'

/** What the title bar and the menus show of the open project. */
export interface ProjectView {
  readonly file: ProjectFile | undefined
  readonly unsaved: boolean
  readonly saving: boolean
}
