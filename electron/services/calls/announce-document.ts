import { CocanvasError } from '../../contract/error-codes.ts'
import type { ShellWindow } from '../shell-window.ts'
import { openDocument, type DocumentServices } from './open-document.ts'

/** Opens a file that came from outside (a double click, the command line) in a window, or tells it why not. */
export async function announceDocument(
  services: DocumentServices,
  path: string,
  { tell, photos }: Pick<ShellWindow, 'tell' | 'photos'>,
): Promise<void> {
  try {
    tell('documentOpened', await openDocument(services, photos, path))
  } catch (error) {
    const message = error instanceof CocanvasError ? error.message : `${path} cannot be opened: choose another file.`
    tell('documentRefused', { message })
  }
}
