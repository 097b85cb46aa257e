import { CocanvasError } from '../../contract/error-codes.ts'
import { fitCondition } from '../../conditions/condition-table.ts'
import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import { readsExemplars } from '../../contract/exemplar-reading.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { decodePhoto } from '../../images/decode-photo.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import type { ConditionFiles } from './conditions/condition-reader.ts'
import { exemplarKind, readerOf } from './conditions/reader-table.ts'
import type { OnNotice } from './on-notice.ts'
import { readCondition } from './read-condition.ts'

/**
 * Photos are reduced to this longest side in pixels when they are read. The host scales them further to about the
 * picture's size, so detail beyond this is never seen, while a 100-megapixel photo would cost seconds and 300 MB.
 */
const EXEMPLAR_LONGEST_SIDE = 2048

/** How far the proportions of an exemplar and its labels may differ: rounding of a scaled copy, not a crop. */
const ASPECT_TOLERANCE = 0.02

/** A photo at the size exemplars are worked on. @throws ImageError */
export async function readExemplarPhoto(path: string, onNotice?: OnNotice): Promise<RgbImage> {
  return decodeExemplarPhoto(path, await readPictureFile(path), onNotice)
}

/** The same for bytes already read. @throws ImageError */
export async function decodeExemplarPhoto(path: string, bytes: Uint8Array, onNotice?: OnNotice): Promise<RgbImage> {
  return decodePhoto(bytes, path, {
    longestSide: EXEMPLAR_LONGEST_SIDE,
    ...(onNotice === undefined ? {} : { onNotice }),
  })
}

/**
 * What the host needs to know about an exemplar: its condition from files, from the annotator, or none.
 *
 * @param files given by the user; undefined leaves the exemplar to the annotator
 * @throws ImageError, or CocanvasError when the pack needs a condition and has no annotator.
 */
export async function exemplarOf(
  image: RgbImage,
  files: Pick<ConditionFiles, 'layout' | 'eyeglasses' | 'onNotice'> | undefined,
  manifest: PackManifest,
  kind: ConditionKind,
): Promise<Exemplar> {
  if (files !== undefined) {
    const own = exemplarKind(manifest, kind)
    const photo = readerOf(own).takes.includes('photo') ? () => Promise.resolve(image) : undefined
    const { condition, drawn } = await readCondition(manifest, own, { ...files, photo }, image)
    if (drawn !== undefined) checkProportions(files.layout, drawn, image)
    return { image, condition: fitCondition(condition, image) }
  }
  if (!readsExemplars(manifest)) return { image, condition: 'none' }
  if (manifest.annotator !== undefined) return { image, condition: 'annotate' }
  throw new CocanvasError(
    'bad-request',
    `${manifest.id} cannot label photos by itself; use render and give the exemplar's layout with --exemplar-layout FILE.`,
  )
}

/** Labels of a cropped or rotated copy would teach the match nonsense without any error. */
function checkProportions(path: string, drawn: ImageSize, image: ImageSize): void {
  const difference = Math.abs(Math.log((drawn.width * image.height) / (drawn.height * image.width)))
  if (difference <= ASPECT_TOLERANCE) return
  throw new ImageError(
    'unsupported',
    `${path} is ${String(drawn.width)}×${String(drawn.height)} and does not have the exemplar's proportions (${String(image.width)}:${String(image.height)}): label the whole, uncropped photo.`,
  )
}
