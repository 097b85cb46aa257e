import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PROJECT_EXTENSION } from '../services/dialogs.ts'

/** The project that a command line names: its last argument with our extension. Switches are not files. */
export function projectInArguments(arguments_: readonly string[], workingFolder: string): string | undefined {
  const named = arguments_
    .slice(1)
    .findLast((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`))
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
