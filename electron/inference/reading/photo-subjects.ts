import { CocanvasError } from '../../contract/error-codes.ts'
import type { PhotoSubject } from '../../contract/pack-facts.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { faceNetworks } from '../../faces/face-networks.ts'
import { findFaces } from '../../faces/find-faces.ts'
import { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import type { InstalledPack } from '../../packs/installed-pack.ts'
import { resizeBilinear } from '../../resampling/bilinear.ts'
import type { ReadingTools } from './photo-reader.ts'

/** Shorter side that photos are looked at with: a face that matters is then large enough for the detector. */
const LOOKED_AT = 256
/** Of the shorter side: a face from this size on is what the photo is of. Walkers in a valley are smaller. */
const LARGE_FACE = 0.25

type ShowsSubject = (photo: RgbImage, tools: ReadingTools) => Promise<boolean>

const SUBJECTS: Readonly<Record<PhotoSubject, ShowsSubject>> = {
  face: async (photo, { networks, checkpoint }) => {
    const seen = reduced(photo)
    const faces = await findFaces(new ImagePyramid(seen), faceNetworks(networks), checkpoint)
    return faces.some(({ side }) => side >= LARGE_FACE * Math.min(seen.width, seen.height))
  },
}

/** What a photo is of, where the pack says that it paints that badly. Unknown where the network that would tell is missing. */
export async function unsuitedSubject(
  photo: RgbImage,
  pack: Pick<PackManifest, 'photoSubjects'> | undefined,
  tools: ReadingTools,
): Promise<PhotoSubject | undefined> {
  for (const subject of pack?.photoSubjects?.unwanted ?? []) {
    try {
      if (await SUBJECTS[subject](photo, tools)) return subject
    } catch (error) {
      if (!(error instanceof CocanvasError && error.code === 'pack-missing')) throw error
    }
  }
  return undefined
}

/** Says what the pack is for, and which installed pack is made for such photos. */
export function unsuitedSentence(
  { title, classes }: Pick<PackManifest, 'title' | 'classes'>,
  subject: PhotoSubject,
  packs: readonly InstalledPack[],
): string {
  const other = packs.find(({ manifest }) => manifest.photoSubjects?.wanted.includes(subject))?.manifest
  const names = classes.slice(0, NAMED_CLASSES).map(({ name }) => name)
  const advice = other === undefined ? 'choose another photo' : `for this photo choose the pack ${other.id}`
  return `The pack ${title} paints ${names.join(', ')} and the like; a photo of a ${subject} smears, so ${advice}.`
}

const NAMED_CLASSES = 4

/** Never enlarged. */
function reduced(photo: RgbImage): RgbImage {
  const scale = LOOKED_AT / Math.min(photo.width, photo.height)
  const { width, height } = photo
  return scale >= 1
    ? photo
    : resizeBilinear(photo, { width: Math.round(width * scale), height: Math.round(height * scale) })
}
