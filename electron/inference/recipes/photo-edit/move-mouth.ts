import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { PhotoPatch, Rectangle } from '../../../contract/photo-patch.ts'
import type { PhotoPixels } from '../../../contract/photo-pixels.ts'
import type { Checkpoint, Colours } from '../../../detail/raster.ts'
import { compose, inverse, transform, type Similarity } from '../../../faces/geometry/similarity.ts'
import { lentBetween, paintedBetween } from '../../../photo-edit/mouth/between-lips.ts'
import { mouthShape } from '../../../photo-edit/mouth/mouth-shape.ts'
import { movedMouth, opens, type BetweenLips, type MovedMouth } from '../../../photo-edit/mouth/moved-mouth.ts'
import { partClasses } from '../../../photo-edit/part-classes.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace, Making } from './edit-place.ts'
import type { Lender } from './lent-classes.ts'

/** What a mouth is moved in. */
interface MouthJob {
  readonly place: EditPlace
  readonly part: PreparedPhoto
  readonly making: Extract<Making, { way: 'moved' }>
  readonly window: Rectangle
  readonly photo: PhotoPixels
  /** Width of the photo that the part was found in. */
  readonly working: number
  readonly lenders: readonly Lender[]
  readonly classes: PackManifest['classes']
  /** The window as the pack paints it: asked for where the photo shows no teeth and no other photo lends them. */
  readonly paint: () => Promise<Colours>
  /** Gets the moved mouth before what lies between its lips is painted. */
  readonly sketch: (patch: PhotoPatch) => void
}

/** Previews are smaller than this: larger mouths are moved once. */
const SKETCHED_PIXELS = 500_000

/** Moves the photo's own mouth; teeth that it does not show come from the photo that lends them, else from the pack. */
export async function moveMouth(job: MouthJob, checkpoint: Checkpoint): Promise<PhotoPatch> {
  const { place, part, making, window, photo, working } = job
  const { from, to } = making
  const toPhoto = compose(scaled(photo.width / working), compose(part.toGiven, scaled(part.photo.width)))
  const toPart = inverse(toPhoto)
  const mouth: MovedMouth = {
    photo,
    window,
    region: place.region,
    toPart: (point) => transform(toPart, point),
    toPhoto: (point) => transform(toPhoto, point),
    from,
    to,
    between: undefined,
  }
  if (!opens(from, to)) return movedMouth(mouth, checkpoint)
  const lent = lentTeeth(job)
  if (lent !== undefined) return movedMouth({ ...mouth, between: lent }, checkpoint)
  if (window.width * window.height <= SKETCHED_PIXELS) job.sketch(await movedMouth(mouth, checkpoint))
  const between = paintedBetween(await job.paint(), window, mouth.toPhoto)
  return movedMouth({ ...mouth, between }, checkpoint)
}

/** Undefined where no other photo lends what lies between the lips. */
function lentTeeth({ part, lenders, classes }: MouthJob): BetweenLips | undefined {
  const { mouth } = partClasses(classes)
  const lender = lenders.find(({ classId }) => classId === mouth?.inside)
  const shape = lender === undefined || mouth === undefined ? undefined : mouthShape(lender.labels, mouth)
  return lender === undefined || shape === undefined ? undefined : lentBetween(lender.image, shape, part.photo)
}

function scaled(factor: number): Similarity {
  return { a: factor, b: 0, x: 0, y: 0 }
}
