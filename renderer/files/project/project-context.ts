import { providedContext } from '../../shared/lib/provided-context.ts'
import type { ProjectCommands } from './project-commands.ts'
import type { ProjectSession } from './project-session.ts'

export interface ProjectServices {
  readonly session: ProjectSession
  readonly commands: ProjectCommands
}

export const [ProjectContext, useProject] = providedContext<ProjectServices>('open project')
