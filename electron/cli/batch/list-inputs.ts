import { readdir } from 'node:fs/promises'
import { extname, join, parse } from 'node:path'
import { fileFailureCode, fileFailureReason } from '../../images/file-failure.ts'
import { ImageError } from '../../images/image-error.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { isList, listedPaths } from './listed-paths.ts'
import { uniqueNames } from './unique-names.ts'

/** A file of a batch. */
export interface InputFile {
  readonly path: string
  /** Part of output names: unique among the folder's files. */
  readonly name: string
}

export const PHOTO_EXTENSIONS: readonly string[] = [
  ...['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.heic', '.heif', '.avif', '.gif'],
]

/**
 * The inputs of a folder in name order, or of a list (`.txt`) in its own; other files and hidden files of a folder are not looked
 * at. Names are without extension unless two files differ in nothing else (`lake.jpg`, `lake.png` become `lake-jpg`, `lake-png`).
 *
 * @param folders whether sub-folders are inputs too
 * @throws ImageError `unreadable`, or UsageError when there is no such file, or a list names one of another kind
 */
export async function listInputs(
  source: string,
  extensions: readonly string[],
  folders = false,
): Promise<readonly InputFile[]> {
  const isInput = (path: string): boolean => extensions.includes(extname(path).toLowerCase())
  const paths = isList(source)
    ? await listedPaths(source)
    : (await listFolder(source))
        .filter(({ name }) => !name.startsWith('.'))
        .filter(({ name, isFolder }) => (isFolder ? folders : isInput(name)))
        .map(({ name }) => join(source, name))
        .sort()
  const kinds = [...extensions, ...(folders ? ['folders'] : [])].join(', ')
  const stranger = isList(source) && !folders ? paths.find((path) => !isInput(path)) : undefined
  if (stranger !== undefined)
    throw new UsageError(`${source} names ${stranger}, which is none of ${kinds}; take that line out.`)
  if (paths.length === 0) throw new UsageError(`${source} holds no pictures (${kinds}); check the path.`)
  const names = uniqueNames(
    paths.map((path) => {
      const { name, ext } = parse(path)
      return [name, `${name}-${ext.slice(1).toLowerCase()}`]
    }),
  )
  return paths.map((path, index) => ({ path, name: names[index] ?? path }))
}

async function listFolder(folder: string): Promise<{ readonly name: string; readonly isFolder: boolean }[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
  } catch (error) {
    const code = fileFailureCode(error)
    if (code === 'ENOENT') throw new ImageError('unreadable', `The folder ${folder} does not exist: check the path.`)
    if (code === 'ENOTDIR')
      throw new ImageError('unreadable', `${folder} is a file: name the folder that holds the pictures.`)
    throw new ImageError('unreadable', `The folder ${folder} cannot be read: ${fileFailureReason(error)}.`, {
      cause: error,
    })
  }
}
