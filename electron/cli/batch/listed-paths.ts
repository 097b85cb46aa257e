import { dirname, extname, resolve } from 'node:path'
import { readPictureFile } from '../../images/read-picture-file.ts'

/** Whether a batch's source is a list of files instead of a folder. */
export function isList(source: string): boolean {
  return extname(source).toLowerCase() === '.txt'
}

/**
 * The files that a list names, each once: one a line, relative to the list's own folder; empty lines and those that begin with `#`
 * do not count.
 *
 * @throws ImageError `unreadable`, `damaged` or `too-large` for the list itself; whether its files exist is seen when they are read
 */
export async function listedPaths(list: string): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await readPictureFile(list))
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const named = lines.filter((line) => line !== '' && !line.startsWith('#'))
  return [...new Set(named.map((line) => resolve(dirname(list), line)))]
}
