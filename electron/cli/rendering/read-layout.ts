import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { decodeLayout } from '../../images/decode-layout.ts'
import { ImageError, type ImageProblem } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'

/**
 * A layout file in the ids of a pack's classes.
 *
 * @throws ImageError; for a photo, the sentence asks whether the arguments are swapped, for an unknown class it says where
 * the known ones are listed.
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
    if (!(error instanceof ImageError)) throw error
    const advice = adviceFor(error.problem, manifest.id)
    if (advice === undefined) throw error
    throw new ImageError(error.problem, `${error.message.replace(/\.$/, '')}; ${advice}`, { cause: error })
  }
}

/** What a user of the command line can do about it, to be added to the sentence. */
function adviceFor(problem: ImageProblem, packId: string): string | undefined {
  if (problem === 'looks-like-photo') return 'are the layout and the exemplar swapped?'
  if (problem === 'unknown-class') return `"cocanvas packs show ${packId}" lists them.`
  return undefined
}
