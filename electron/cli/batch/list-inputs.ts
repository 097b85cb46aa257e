import { readdir } from 'node:fs/promises'
import { extname, join, parse } from 'node:path'
import { fileFailureCode, fileFailureReason } from '../../images/file-failure.ts'
import { ImageError } from '../../images/image-error.ts'
import { UsageError } from '../arguments/usage-error.ts'
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
 * The inputs of a folder in name order; other files and hidden files are not looked at. Names are without extension unless
 * two files differ in nothing else (`lake.jpg`, `lake.png` become `lake-jpg`, `lake-png`).
 *
 * @param folders whether sub-folders are inputs too
 * @throws ImageError `unreadable`, or UsageError when the folder has no such file.
 */
export async function listInputs(
  folder: string,
  extensions: readonly string[],
  folders = false,
): Promise<readonly InputFile[]> {
  const files = (await listFolder(folder))
    .filter(({ name }) => !name.startsWith('.'))
    .filter(({ name, isFolder }) => (isFolder ? folders : extensions.includes(extname(name).toLowerCase())))
    .map(({ name }) => name)
    .sort()
  if (files.length === 0)
    throw new UsageError(
      `${folder} holds no pictures (${[...extensions, ...(folders ? ['folders'] : [])].join(', ')}); check the path.`,
    )
  const names = uniqueNames(
    files.map((file) => {
      const { name, ext } = parse(file)
      return [name, `${name}-${ext.slice(1).toLowerCase()}`]
    }),
  )
  return files.map((file, index) => ({ path: join(folder, file), name: names[index] ?? file }))
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
