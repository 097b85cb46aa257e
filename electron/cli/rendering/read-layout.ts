import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { decodeLayout } from '../../images/decode-layout.ts'
import { ImageError, type ImageProblem } from '../../images/image-error.ts'
import { readLayoutPng } from '../../images/read-layout-png.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import type { OnNotice } from './on-notice.ts'
import { missingShift, shiftAdvice, shiftNotice } from './shifted-labels.ts'

/**
 * A layout file in the ids of a pack's classes.
 *
 * @param onNotice hears of labels that are known, but look shifted by one
 * @throws ImageError; for a photo, the sentence asks whether the arguments are swapped, for an unknown class it says where
 * the known ones are listed.
 */
export async function readLayout(path: string, manifest: PackManifest, onNotice?: OnNotice): Promise<LabelMap> {
  const bytes = await readPictureFile(path)
  return decodeLayoutFor(path, bytes, manifest, onNotice)
}

/** The same for bytes already read. */
function decodeLayoutFor(path: string, bytes: Uint8Array, manifest: PackManifest, onNotice?: OnNotice): LabelMap {
  const { classes } = manifest
  try {
    const labels = decodeLayout(bytes, path, classes)
    const shift = onNotice === undefined ? undefined : missingShift(labels, classes)
    if (shift !== undefined) onNotice?.(shiftNotice(path, shift))
    return labels
  } catch (error) {
    if (!(error instanceof ImageError)) throw error
    const advice = adviceFor(error.problem, path, bytes, manifest)
    if (advice === undefined) throw error
    throw new ImageError(error.problem, `${error.message.replace(/\.$/, '')}; ${advice}`, { cause: error })
  }
}

/** What a user of the command line can do about it, to be added to the sentence. */
function adviceFor(
  problem: ImageProblem,
  path: string,
  bytes: Uint8Array,
  { id, classes }: PackManifest,
): string | undefined {
  if (problem === 'looks-like-photo') return 'are the layout and the exemplar swapped?'
  if (problem !== 'unknown-class') return undefined
  const list = `"cocanvas packs show ${id}" lists them`
  const pixels = readLayoutPng(bytes, path)
  const shift =
    pixels.kind === 'values'
      ? missingShift({ width: pixels.width, height: pixels.height, data: pixels.values }, classes)
      : undefined
  if (shift === undefined) return `${list}.`
  return `${list}. They look as if they were one too ${shift === 1 ? 'low' : 'high'}: ${shiftAdvice(shift)}`
}
