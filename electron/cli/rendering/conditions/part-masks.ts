import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { edgeChannels } from '../../../conditions/edges/edge-channels.ts'
import { greyImage } from '../../../conditions/edges/grey-image.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import { decodeMask } from '../../../images/decode-mask.ts'
import { ImageError } from '../../../images/image-error.ts'
import { readPictureFile } from '../../../images/read-picture-file.ts'
import { resizeBilinear } from '../../../resampling/bilinear.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'
import type { DrawnCondition } from '../drawn-condition.ts'

/** How CelebAMask-HQ ends the names of its part masks, in the order of the parts. */
const ENDINGS = [
  'skin',
  'l_brow',
  'r_brow',
  'l_eye',
  'r_eye',
  'l_ear',
  'r_ear',
  'nose',
  'u_lip',
  'mouth',
  'l_lip',
  'eye_g',
  'hair',
] as const

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/**
 * The masks of one face as CelebAMask-HQ has them, one file per part (`00000_skin.png`, `00000_l_brow.png` …; parts without a file
 * are not there). Unlike a merged map they overlap: skin and ears go on beneath the hair, as the authors' loader wants them.
 *
 * @param wanted size and number of the channels
 * @throws ImageError one sentence: no mask of the skin, more than one face, masks of different sizes, or a file that is no mask
 */
export async function readPartMasks(
  folder: string,
  photo: RgbImage,
  wanted: ImageSize & { readonly channels: number },
): Promise<DrawnCondition> {
  const size = { width: wanted.width, height: wanted.height }
  const files = await partFiles(folder)
  const masks = await Promise.all(
    files.map(async (file) =>
      file === undefined ? undefined : decodeMask(await readPictureFile(join(folder, file)), file),
    ),
  )
  const [skin] = masks
  if (skin === undefined) throw withoutSkin(folder)
  if (masks.some((mask) => mask !== undefined && (mask.width !== skin.width || mask.height !== skin.height)))
    throw new ImageError('unsupported', `The part masks in ${folder} differ in size; save them all at the same size.`)
  const absent = { ...size, data: new Uint8Array(size.width * size.height) }
  const fitted = masks.map((mask) => (mask === undefined ? absent : resizeNearest(mask, size)))
  const grey = greyImage(resizeBilinear(photo, size))
  const { channels, width, height, data } = edgeChannels(fitted, grey, { ...wanted, native: wanted.height })
  return { condition: { kind: 'channels', channels, width, height, data }, drawn: { width, height } }
}

/** The file of each part; undefined where the folder has none. */
async function partFiles(folder: string): Promise<readonly (string | undefined)[]> {
  const names = (await readdir(folder)).sort()
  return ENDINGS.map((ending) => {
    const found = names.filter((name) => name.endsWith(`_${ending}.png`) || name === `${ending}.png`)
    if (found.length > 1)
      throw new ImageError(
        'unsupported',
        `${folder} holds the masks of several faces (${found[0] ?? ''}, ${found[1] ?? ''}); give each face a folder of its own.`,
      )
    return found[0]
  })
}

function withoutSkin(folder: string): ImageError {
  return new ImageError(
    'unsupported',
    `${folder} holds no mask of the skin: name the part masks of one face as CelebAMask-HQ does (00000_skin.png, 00000_hair.png …).`,
  )
}
