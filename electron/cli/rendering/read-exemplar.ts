import { CocanvasError } from '../../contract/error-codes.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { decodePhoto } from '../../images/decode-photo.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { resizeLabels } from '../../images/resize-labels.ts'
import { readLayout } from './read-layout.ts'

/**
 * Photos are reduced to this longest side in pixels when they are read. The host scales them further to about the
 * picture's size, so detail beyond this is never seen, while a 100-megapixel photo would cost seconds and 300 MB.
 */
const EXEMPLAR_LONGEST_SIDE = 2048

/** How far the proportions of an exemplar and its labels may differ: rounding of a scaled copy, not a crop. */
const ASPECT_TOLERANCE = 0.02

/** A photo at the size exemplars are worked on. @throws ImageError */
export async function readExemplarPhoto(path: string): Promise<RgbImage> {
  return decodeExemplarPhoto(path, await readPictureFile(path))
}

/** The same for bytes already read. @throws ImageError */
export async function decodeExemplarPhoto(path: string, bytes: Uint8Array): Promise<RgbImage> {
  return decodePhoto(bytes, path, { longestSide: EXEMPLAR_LONGEST_SIDE })
}

/**
 * What the host needs to know about an exemplar: labels from a file, from the annotator, or none.
 *
 * @throws ImageError, or CocanvasError when the pack needs labels and has no annotator.
 */
export async function exemplarOf(
  image: RgbImage,
  labelsPath: string | undefined,
  manifest: PackManifest,
): Promise<Exemplar> {
  if (labelsPath !== undefined)
    return { image, condition: { kind: 'labels', labels: await labelsFor(image, labelsPath, manifest) } }
  if (!needsExemplarCondition(manifest)) return { image, condition: 'none' }
  if (manifest.annotator !== undefined) return { image, condition: 'annotate' }
  throw new CocanvasError(
    'bad-request',
    `${manifest.id} cannot label photos by itself; give the exemplar's labels with --exemplar-layout FILE.`,
  )
}

function needsExemplarCondition({ stages }: PackManifest): boolean {
  return Object.values(stages).some((stage) => stage?.inputs.some(({ name }) => name === 'exemplar_condition') === true)
}

async function labelsFor(image: RgbImage, path: string, manifest: PackManifest) {
  const labels = await readLayout(path, manifest)
  const difference = Math.abs(Math.log((labels.width * image.height) / (labels.height * image.width)))
  if (difference > ASPECT_TOLERANCE) {
    throw new ImageError(
      'unsupported',
      `${path} is ${String(labels.width)}×${String(labels.height)} and does not have the exemplar's proportions (${String(image.width)}:${String(image.height)}): label the whole, uncropped photo.`,
    )
  }
  return resizeLabels(labels, image.width, image.height)
}
