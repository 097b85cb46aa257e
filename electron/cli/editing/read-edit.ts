import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackClass } from '../../contract/pack-facts.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { decodeMask } from '../../images/decode-mask.ts'
import { decodeFullPhoto } from '../../images/full-resolution/decode-full-photo.ts'
import type { PhotoFile } from '../../images/full-resolution/photo-file.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { decodeExemplarPhoto, readExemplarPhoto } from '../rendering/read-exemplar.ts'
import { readLayout } from '../rendering/read-layout.ts'
import type { EditValues } from './edit-values.ts'

/** The inputs of an edit, as they lie in the files. */
export interface EditInputs {
  readonly file: PhotoFile
  /** The photo in sRGB at the size exemplars are worked on. */
  readonly working: RgbImage
  readonly layout: LabelMap
  readonly photoLayout: LabelMap | undefined
  readonly keep: LabelMap | undefined
  readonly anew: LabelMap | undefined
  readonly lent: readonly { readonly classId: number; readonly image: RgbImage }[]
}

/** How far proportions may differ: rounding of a scaled copy, not a crop. */
const ASPECT_TOLERANCE = 0.01

/** @throws ImageError or UsageError, each one sentence */
export async function readEdit(values: EditValues, manifest: PackManifest): Promise<EditInputs> {
  const classes = lentClasses(values, manifest)
  const bytes = await readPictureFile(values.photo)
  const file = await decodeFullPhoto(bytes, values.photo)
  const layout = await readLayout(values.layout, manifest)
  checkProportions('--layout', values.layout, layout, file.pixels)
  const photoLayout = values.photoLayout === undefined ? undefined : await readLayout(values.photoLayout, manifest)
  if (photoLayout !== undefined) checkProportions('--photo-layout', values.photoLayout ?? '', photoLayout, file.pixels)
  const mask = async (option: string, path: string | undefined): Promise<LabelMap | undefined> => {
    if (path === undefined) return undefined
    const read = decodeMask(await readPictureFile(path), path)
    checkProportions(option, path, read, file.pixels)
    return read
  }
  const lent = await Promise.all(
    values.exemplar.map(async (path, index) => ({
      classId: classes[index]?.id ?? 0,
      image: await readExemplarPhoto(path),
    })),
  )
  return {
    file,
    working: await decodeExemplarPhoto(values.photo, bytes),
    layout,
    photoLayout,
    keep: await mask('--keep', values.keep),
    anew: await mask('--anew', values.anew),
    lent,
  }
}

/** The classes that `--for` names, one for each `--exemplar`. */
function lentClasses({ exemplar, for: names }: EditValues, { id, classes }: PackManifest): readonly PackClass[] {
  if (exemplar.length !== names.length)
    throw new UsageError('Every --exemplar PHOTO needs a --for CLASS, in the same order; give as many of both.')
  return names.map((name, index) => {
    if (names.indexOf(name) !== index)
      throw new UsageError(`--for ${name} is given twice; a class is taken from one photo.`)
    const found = classes.find((entry) => [entry, ...entry.aliases].some((each) => each.name === name))
    if (found !== undefined) return found
    throw new UsageError(`--for ${name} is no class of ${id}; "cocanvas packs show ${id}" lists them.`)
  })
}

/** Labels of a crop would change what nobody has touched. */
function checkProportions(option: string, path: string, drawn: ImageSize, photo: ImageSize): void {
  const difference = Math.abs(Math.log((drawn.width * photo.height) / (drawn.height * photo.width)))
  if (difference <= ASPECT_TOLERANCE + 1 / Math.min(drawn.width, drawn.height)) return
  throw new ImageError(
    'unsupported',
    `${option} ${path} is ${String(drawn.width)}×${String(drawn.height)} and does not have the photo's proportions (${String(photo.width)}:${String(photo.height)}): draw it over the whole photo.`,
  )
}
