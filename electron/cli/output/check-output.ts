import { realpath } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { checkWritable } from '../../images/atomic-write.ts'
import { UsageError } from '../arguments/usage-error.ts'

/** What an option names. */
export interface NamedPath {
  /** As the option is written: `--layout`. */
  readonly option: string
  readonly path: string
}

/** Options and their values as named paths; options that were not given are left out. */
export function namedPaths(values: Readonly<Record<string, string | undefined>>): readonly NamedPath[] {
  return Object.entries(values).flatMap(([option, path]) => (path === undefined ? [] : [{ option, path }]))
}

/** The sorts of file that commands write, in the middle of a sentence. */
const SORTS = { png: 'a PNG', json: 'JSON' } as const

/**
 * Refuses, before any costly work, files that could not be written, that would bear a wrong name, or that would
 * replace another file of the same command.
 *
 * @throws UsageError or ImageError `unwritable`
 */
export async function checkPngOutputs(
  outputs: readonly NamedPath[],
  inputs: readonly NamedPath[],
  sort: keyof typeof SORTS = 'png',
): Promise<void> {
  for (const { option, path } of outputs) {
    const extension = extname(path)
    if (extension !== '' && extension.toLowerCase() !== `.${sort}`)
      throw new UsageError(`${option} ${path} would be ${SORTS[sort]} with another name; let it end in .${sort}.`)
    await checkWritable(path)
  }
  await checkDistinct(outputs, inputs)
}

/** Refuses an output that is also an input or the other output. @throws UsageError */
export async function checkDistinct(outputs: readonly NamedPath[], inputs: readonly NamedPath[]): Promise<void> {
  const taken = new Map<string, NamedPath>()
  for (const input of inputs) taken.set(await identity(input.path), input)
  for (const output of outputs) {
    const place = await identity(output.path)
    const other = taken.get(place)
    if (other !== undefined)
      throw new UsageError(`${output.option} ${output.path} is also ${other.option}; choose another place for it.`)
    taken.set(place, output)
  }
}

/** The same text for the same place, whichever way its path is written; the place itself need not exist. */
async function identity(path: string): Promise<string> {
  const real = async (existing: string): Promise<string | undefined> => realpath(existing).catch(() => undefined)
  return (await real(path)) ?? join((await real(dirname(path))) ?? dirname(path), basename(path))
}
