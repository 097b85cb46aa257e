import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PHOTO_EXTENSIONS, PROJECT_EXTENSION } from '../services/dialogs.ts'

const ENDINGS = [PROJECT_EXTENSION, ...PHOTO_EXTENSIONS].map((extension) => `.${extension}`)

/** The project or photo that a command line names: its last argument with such an extension. Switches are not files. */
export function fileInArguments(arguments_: readonly string[], workingFolder: string): string | undefined {
  const named = arguments_
    .slice(1)
    .findLast(
      (argument) => !argument.startsWith('-') && ENDINGS.some((ending) => argument.toLowerCase().endsWith(ending)),
    )
  return named === undefined ? undefined : resolve(workingFolder, pathOf(named))
}

/** Desktops name a double-clicked file by its address. */
function pathOf(argument: string): string {
  try {
    return argument.startsWith('file:') ? fileURLToPath(argument) : argument
  } catch {
    // An address of another machine is no file here; opening it says so.
    return argument
  }
}
