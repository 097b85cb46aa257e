import { createHash } from 'node:crypto'
import { basename, dirname, resolve } from 'node:path'
import type { ProjectFile } from '../../contract/project-content.ts'
import { ProjectError } from './project-error.ts'

/**
 * The files a user has chosen, by the ids that the renderer sees instead of paths: what was never chosen in a dialog,
 * a list or on the command line can be neither read nor written.
 */
export class ProjectFiles {
  private readonly paths = new Map<string, string>()

  /** Makes a chosen path known. The same path always has the same id. */
  register(path: string): ProjectFile {
    const absolute = resolve(path)
    const id = createHash('sha256').update(absolute).digest('hex').slice(0, 32)
    this.paths.set(id, absolute)
    return { id, name: basename(absolute), folder: dirname(absolute) }
  }

  /** @throws ProjectError for an id that was never given out. */
  pathOf(id: string): string {
    const path = this.paths.get(id)
    if (path === undefined) throw new ProjectError('This project has no file yet: save it under a name.')
    return path
  }
}
