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

export const LAYOUT_EXTENSIONS: readonly string[] = ['.png']
export const PHOTO_EXTENSIONS: readonly string[] = [
  ...['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.heic', '.heif', '.avif', '.gif'],
]

/**
 * The pictures of a folder in name order; other files, hidden files and sub-folders are not looked at. Names are
 * without extension unless two files differ in nothing else (`lake.jpg`, `lake.png` become `lake-jpg`, `lake-png`).
 *
 * @throws ImageError `unreadable`, or UsageError when the folder has no such file.
 */
export async function listInputs(folder: string, extensions: readonly string[]): Promise<readonly InputFile[]> {
  const files = (await listFolder(folder))
    .filter((file) => !file.startsWith('.') && extensions.includes(extname(file).toLowerCase()))
    .sort()
  if (files.length === 0)
    throw new UsageError(`${folder} holds no pictures (${extensions.join(', ')}); check the path.`)
  const names = uniqueNames(
    files.map((file) => {
      const { name, ext } = parse(file)
      return [name, `${name}-${ext.slice(1).toLowerCase()}`]
    }),
  )
  return files.map((file, index) => ({ path: join(folder, file), name: names[index] ?? file }))
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
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
