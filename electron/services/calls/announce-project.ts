import { CocanvasError } from '../../contract/error-codes.ts'
import type { ShellServices } from '../shell-services.ts'
import type { SendEvent } from '../shell-window.ts'
import { openProject } from './project-calls.ts'

/** Opens a file that came from outside (a double click, the command line) in a window, or tells it why not. */
export async function announceProject(
  services: ShellServices,
  path: string,
  window: { readonly tell: SendEvent },
): Promise<void> {
  try {
    window.tell('projectOpened', await openProject(services, path))
  } catch (error) {
    const message = error instanceof CocanvasError ? error.message : `${path} cannot be opened: choose another file.`
    window.tell('projectRefused', { message })
  }
}
