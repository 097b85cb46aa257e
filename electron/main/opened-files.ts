import { resolve } from 'node:path'
import { PROJECT_EXTENSION } from '../services/dialogs.ts'

/** The project that a command line names: its last argument with our extension. Switches are not files. */
export function projectInArguments(arguments_: readonly string[], workingFolder: string): string | undefined {
  const named = arguments_
    .slice(1)
    .findLast((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(`.${PROJECT_EXTENSION}`))
  return named === undefined ? undefined : resolve(workingFolder, named)
}
