import { extname } from 'node:path'
import { checkWritable } from '../../images/atomic-write.ts'
import type { PhotoEncoding } from '../../images/full-resolution/encode-full-photo.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { checkDistinct, type NamedPath } from '../output/check-output.ts'

/**
 * How the edited photo is written, by its name's ending.
 *
 * @throws UsageError for another ending or a place that is also an input; ImageError when it cannot be written
 */
export async function checkPhotoOutput(
  path: string,
  quality: number,
  inputs: readonly NamedPath[],
): Promise<PhotoEncoding> {
  const encoding = encodingOf(extname(path).toLowerCase(), quality)
  if (encoding === undefined)
    throw new UsageError(`--out ${path} names no format for photos; let it end in .png, .tif or .jpg.`)
  await checkWritable(path)
  await checkDistinct([{ option: '--out', path }], inputs)
  return encoding
}

function encodingOf(extension: string, quality: number): PhotoEncoding | undefined {
  switch (extension) {
    case '.png':
      return { format: 'png' }
    case '.tif':
    case '.tiff':
      return { format: 'tiff' }
    case '.jpg':
    case '.jpeg':
      return { format: 'jpeg', quality }
    default:
      return undefined
  }
}
