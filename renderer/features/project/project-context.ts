import { createContext, use } from 'react'

import type { ProjectCommands } from './project-commands.ts'
import type { ProjectSession } from './project-session.ts'

export interface ProjectServices {
  readonly session: ProjectSession
  readonly commands: ProjectCommands
}

export const ProjectContext = createContext<ProjectServices | undefined>(undefined)

export function useProject(): ProjectServices {
  const project = use(ProjectContext)
  if (project === undefined) throw new Error('useProject was called outside the ProjectContext.')
  return project
}
