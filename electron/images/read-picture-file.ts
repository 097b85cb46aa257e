import { readRegularFile } from '../files/read-regular-file.ts'
import { UnreadableFile } from '../files/unreadable-file.ts'
import { fileFailureCode, fileFailureReason } from './file-failure.ts'
import { ImageError } from './image-error.ts'

/** No picture within the pixel limit needs a larger file; the bound keeps a wrong path from filling the memory. */
const MAX_FILE_BYTES = 512 * 1024 * 1024

/**
 * The bytes of a picture file; at least one.
 *
 * @throws ImageError `unreadable` when the path is missing, a folder, a pipe, a device or not readable; `damaged`
 * when the file is empty; `too-large` above 512 MB.
 */
export async function readPictureFile(path: string): Promise<Uint8Array> {
  const bytes = await readRegularFile(path, MAX_FILE_BYTES).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? refusal(path, error) : unreadable(path, error)
  })
  if (bytes.length === 0) {
    throw new ImageError('damaged', `${path} is empty (0 bytes): save or copy the picture again.`)
  }
  return bytes
}

function refusal(path: string, error: UnreadableFile): ImageError {
  const sentences = {
    irregular: `${path} is a folder, a pipe or a device: name a picture file.`,
    stalled: `${path} cannot be read: the disk has not answered for half a minute; check that it is connected.`,
    'too-large': `${path} is a file of ${String(Math.round(error.bytes / 1024 ** 2))} MB; Cocanvas reads picture files of up to 512 MB, so scale it down first.`,
  }
  return new ImageError(error.problem === 'too-large' ? 'too-large' : 'unreadable', sentences[error.problem], {
    cause: error,
  })
}

function unreadable(path: string, error: unknown): ImageError {
  const sentence =
    fileFailureCode(error) === 'ENOENT'
      ? `${path} does not exist: check the path.`
      : `${path} cannot be read: ${fileFailureReason(error)}.`
  return new ImageError('unreadable', sentence, { cause: error })
}
