import { readFile, stat } from 'node:fs/promises'
import { fileFailureCode, fileFailureReason } from './file-failure.ts'
import { ImageError } from './image-error.ts'

/** No picture within the pixel limit needs a larger file; the bound keeps a wrong path from filling the memory. */
const MAX_FILE_BYTES = 512 * 1024 * 1024

/**
 * The bytes of a picture file; at least one.
 *
 * @throws ImageError `unreadable` when the path is missing, a folder, or not readable; `damaged`
 * when the file is empty; `too-large` above 512 MB.
 */
export async function readPictureFile(path: string): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    const status = await stat(path)
    if (status.isDirectory()) {
      throw new ImageError('unreadable', `${path} is a folder: name a picture file inside it.`)
    }
    if (status.size > MAX_FILE_BYTES) {
      throw new ImageError(
        'too-large',
        `${path} is a file of ${Math.round(status.size / 1024 ** 2)} MB; Cocanvas reads picture files of up to 512 MB, so scale it down first.`,
      )
    }
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof ImageError) throw error
    if (fileFailureCode(error) === 'ENOENT') {
      throw new ImageError('unreadable', `${path} does not exist: check the path.`, { cause: error })
    }
    throw new ImageError('unreadable', `${path} cannot be read: ${fileFailureReason(error)}.`, {
      cause: error,
    })
  }
  if (bytes.length === 0) {
    throw new ImageError('damaged', `${path} is empty (0 bytes): save or copy the picture again.`)
  }
  return bytes
}
