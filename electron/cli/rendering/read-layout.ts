import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { decodeLayout } from '../../images/decode-layout.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'

/**
 * A layout file in the ids of a pack's classes.
 *
 * @throws ImageError; for a photo, the sentence asks whether the arguments are swapped.
 */
export async function readLayout(path: string, manifest: PackManifest): Promise<LabelMap> {
  const bytes = await readPictureFile(path)
  return decodeLayoutFor(path, bytes, manifest)
}

/** The same for bytes already read. */
export function decodeLayoutFor(path: string, bytes: Uint8Array, manifest: PackManifest): LabelMap {
  try {
    return decodeLayout(bytes, path, manifest.classes)
  } catch (error) {
    if (!(error instanceof ImageError) || error.problem !== 'looks-like-photo') throw error
    const sentence = error.message.replace(/\.$/, '')
    throw new ImageError(error.problem, `${sentence}; are the layout and the exemplar swapped?`, { cause: error })
  }
}
